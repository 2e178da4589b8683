package org.nxsi.enrollment.specialgroup;

import java.util.EnumSet;
import java.util.Set;

/** Who shares lists of special groups, each of those that it keeps. */
enum SharingAuthority {
    CIVIL_AFFAIRS("民政部门", EnumSet.of(Label.EXTREME_POVERTY, Label.LOW_INCOME)),
    DISABLED_PERSONS_FEDERATION("残疾人联合会", EnumSet.of(Label.SEVERE_DISABILITY)),
    POVERTY_RELIEF("扶贫部门", EnumSet.of(Label.REGISTERED_POOR));

    private final String title;
    private final Set<Label> labels;

    SharingAuthority(String title, Set<Label> labels) {
        this.title = title;
        this.labels = labels;
    }

    /** For people. */
    String title() {
        return title;
    }

    boolean keeps(Label label) {
        return labels.contains(label);
    }
}
