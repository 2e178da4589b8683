package org.nxsi.deferral.ledger;

import com.fasterxml.jackson.annotation.JsonFormat;

/**
 * How something late is dealt with. The two are never mixed: a deferral needs no approval, covers registration too and ends
 * three months after the lifting; a postponement is an employer's approved application.
 */
@JsonFormat(shape = JsonFormat.Shape.OBJECT)
public enum Arrangement {
    DEFERRAL("延期", Deadline.CLAUSE),
    POSTPONEMENT("缓缴", "人社部发〔2020〕11号");

    private final String title;
    private final String clause;

    Arrangement(String title, String clause) {
        this.title = title;
        this.clause = clause;
    }

    /** The name in answers. */
    public String getCode() {
        return name();
    }

    /** For people. */
    public String getTitle() {
        return title;
    }

    /** What it rests on. */
    public String getClause() {
        return clause;
    }
}
