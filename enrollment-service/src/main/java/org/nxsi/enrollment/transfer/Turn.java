package org.nxsi.enrollment.transfer;

/** What a step makes of a transfer. */
sealed interface Turn {

    record Changed(Transfer transfer) implements Turn {}

    /** The same was done or told before: nothing changes. */
    record AlreadySo() implements Turn {}

    /** @param code stable, for answers */
    record Refused(String code, String detail) implements Turn {}
}
