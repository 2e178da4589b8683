package org.nxsi.enrollment.specialgroup;

import java.time.LocalDate;
import java.util.List;
import org.nxsi.platform.policy.PolicyVersion;

/**
 * Because of which group the government pays a resident's lowest grade in a year: one of the person's labels, exactly.
 *
 * @param labels all that were confirmed for the year
 * @param confirmedOn when the paying one was
 * @param restsOn the order in which the labels pay
 */
public record PaidBy(Label label, List<Label> labels, LocalDate confirmedOn, PolicyVersion restsOn) {

    public PaidBy {
        labels = List.copyOf(labels);
    }
}
