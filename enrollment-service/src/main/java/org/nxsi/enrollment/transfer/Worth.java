package org.nxsi.enrollment.transfer;

import org.jspecify.annotations.Nullable;
import org.nxsi.platform.money.Fen;

/** What has really moved: credited, or sent and not given back. */
record Worth(Fen account, Fen pool) {

    /** Null while nothing has. */
    static @Nullable Worth of(Transfer transfer) {
        return switch (transfer.direction()) {
            case IN -> {
                Expected expected = transfer.arrived().expected();
                yield transfer.state() == TransferState.COMPLETED && expected != null
                        ? new Worth(transfer.arrived().toCredit(), expected.pool())
                        : null;
            }
            case OUT -> {
                Expected sent = transfer.sent() == null ? null : transfer.sent().amount();
                yield sent == null || transfer.state() == TransferState.RETURNED
                        ? null
                        : new Worth(sent.account(), sent.pool());
            }
        };
    }
}
