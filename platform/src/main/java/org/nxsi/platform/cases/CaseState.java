package org.nxsi.platform.cases;

import java.util.EnumSet;
import java.util.Set;

/** Where a case stands. */
public enum CaseState {
    /** Handed in, not yet accepted (已提交). */
    SUBMITTED,
    /** Main papers are missing and the applicant was told all of them at once (补正). */
    MATERIALS_MISSING,
    /** Accepted, possibly with secondary papers to follow (受理, 容缺受理). */
    ACCEPTED,
    /** Refused at the door, with reasons (不予受理). */
    NOT_ACCEPTED,
    /** Being examined (审核). */
    IN_REVIEW,
    /** Waits for somebody else's conclusion; the promised time stands still (中止). */
    SUSPENDED,
    /** Decided in favour (办结: 准予). */
    APPROVED,
    /** Decided against, with reasons (办结: 不予). */
    REJECTED,
    /** The decision reached the applicant (送达). */
    DELIVERED,
    /** Nothing more to do (归档). */
    CLOSED,
    /** Taken back by the applicant (撤回). */
    WITHDRAWN;

    /** The states that may follow. */
    public Set<CaseState> next() {
        return switch (this) {
            case SUBMITTED -> EnumSet.of(MATERIALS_MISSING, ACCEPTED, NOT_ACCEPTED, WITHDRAWN);
            case MATERIALS_MISSING -> EnumSet.of(SUBMITTED, NOT_ACCEPTED, WITHDRAWN);
            case ACCEPTED -> EnumSet.of(IN_REVIEW, WITHDRAWN);
            case IN_REVIEW -> EnumSet.of(SUSPENDED, APPROVED, REJECTED, WITHDRAWN);
            case SUSPENDED -> EnumSet.of(IN_REVIEW, WITHDRAWN);
            case NOT_ACCEPTED, APPROVED, REJECTED -> EnumSet.of(DELIVERED, CLOSED);
            case DELIVERED -> EnumSet.of(CLOSED);
            case CLOSED, WITHDRAWN -> EnumSet.noneOf(CaseState.class);
        };
    }

    public boolean mayBecome(CaseState other) {
        return next().contains(other);
    }

    /** Whether the applicant still waits for a decision. */
    public boolean isUndecided() {
        return switch (this) {
            case SUBMITTED, MATERIALS_MISSING, ACCEPTED, IN_REVIEW, SUSPENDED -> true;
            case NOT_ACCEPTED, APPROVED, REJECTED, DELIVERED, CLOSED, WITHDRAWN -> false;
        };
    }

    /** Whether the promised time stands still: the applicant supplies papers, or the case is suspended. */
    public boolean stopsTheClock() {
        return this == MATERIALS_MISSING || this == SUSPENDED;
    }
}
