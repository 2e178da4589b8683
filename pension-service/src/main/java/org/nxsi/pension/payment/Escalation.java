package org.nxsi.pension.payment;

import java.time.Instant;

/** Why a batch is on the list of people, and since when. It ends by itself as soon as the bank speaks. */
public record Escalation(Reason reason, Instant since) {

    /** Why. */
    public enum Reason {
        /** Released, but the bank has not been reached at all: nothing was sent. */
        NOT_REACHED,
        /** Sent, as far as we know, and the bank does not answer. */
        SILENT,
        /** The bank says that it has the order, and nothing of what became of it. */
        NO_RESULT
    }

    static Reason reasonOf(Batch batch) {
        if (batch.status() == BatchStatus.RELEASED) {
            return Reason.NOT_REACHED;
        }
        return batch.status() == BatchStatus.SENT && batch.inquiries() == 0 ? Reason.NO_RESULT : Reason.SILENT;
    }
}
