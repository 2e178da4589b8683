package org.nxsi.enrollment.transfer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.money.Fen;

/**
 * What one person wants decided, until another confirms it. Public for the driver only.
 *
 * @param refund of a release; null of anything else
 */
public record Proposal(Kind kind, String reason, @Nullable Fen refund, String by, LocalDate on) {

    /** What it is about. */
    public enum Kind {
        /** Not accepted, or sent back (不予受理, 退回). */
        RETURN,
        /** What does not agree is booked all the same. */
        RELEASE
    }
}
