package org.nxsi.deferral.ledger;

import org.jspecify.annotations.Nullable;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.identity.IdentifierProblem;
import org.nxsi.platform.identity.PersonId;

/** Whose business is put off. Employers are named by their credit code, all others by their opaque person id. */
public enum SubjectKind {
    EMPLOYER("用人单位"),
    FLEXIBLE_WORKER("灵活就业人员"),
    RESIDENT("城乡居民"),
    RETIREE("领取待遇人员");

    private final String title;

    SubjectKind(String title) {
        this.title = title;
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** Whether its id names a person. */
    public boolean isPerson() {
        return this != EMPLOYER;
    }

    /** What is wrong with an id of this kind, or null if nothing is. */
    @Nullable
    IdentifierProblem check(String id) {
        return isPerson() ? PersonId.check(id) : CreditCode.check(id);
    }
}
