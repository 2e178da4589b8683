package org.nxsi.enrollment.rights;

/** What a printed record is about. */
public enum RecordKind {
    PERSON("个人社会保险权益记录"),
    EMPLOYER("单位社会保险权益记录");

    private final String title;

    RecordKind(String title) {
        this.title = title;
    }

    /** As it stands on the paper. */
    public String title() {
        return title;
    }
}
