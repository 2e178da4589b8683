package org.nxsi.deferral.ledger;

/** A line of a batch cannot stand in the ledger; the others can. */
final class LineRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    LineRefused(Refusal refusal) {
        super(refusal.code());
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
