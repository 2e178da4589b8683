package org.nxsi.deferral.ledger;

import java.util.EnumSet;
import java.util.Set;

/** What was put off. */
public enum Kind {
    REGISTRATION("参保登记", SubjectKind.EMPLOYER, SubjectKind.FLEXIBLE_WORKER, SubjectKind.RESIDENT),
    CONTRIBUTION("缴费", SubjectKind.EMPLOYER, SubjectKind.FLEXIBLE_WORKER, SubjectKind.RESIDENT),
    LUMP_SUM_MAKE_UP("一次性补缴", SubjectKind.FLEXIBLE_WORKER, SubjectKind.RESIDENT),
    BENEFIT_CLAIM("待遇申领", SubjectKind.RETIREE),
    CERTIFICATION("待遇领取资格认证", SubjectKind.RETIREE);

    private final String title;
    private final Set<SubjectKind> subjects;

    Kind(String title, SubjectKind first, SubjectKind... more) {
        this.title = title;
        this.subjects = EnumSet.of(first, more);
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** Whether a subject can have such business. */
    public boolean fits(SubjectKind subject) {
        return subjects.contains(subject);
    }

    /** Whether a month is paid for, and so stands in the rights record or not. */
    public boolean isPaid() {
        return this == CONTRIBUTION || this == LUMP_SUM_MAKE_UP;
    }
}
