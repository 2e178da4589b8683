package org.nxsi.enrollment.putoff;

import org.nxsi.enrollment.scheme.Payer;

/** Whose business is put off; the ledger's words. */
public enum PutOffSubject {
    EMPLOYER,
    FLEXIBLE_WORKER,
    RESIDENT;

    private static final int CREDIT_CODE_LENGTH = 18;

    /** A project's business is its employer's. */
    public static PutOffSubject of(Payer payer) {
        return switch (payer.kind()) {
            case EMPLOYER, PROJECT -> EMPLOYER;
            case FLEXIBLE_WORKER -> FLEXIBLE_WORKER;
            case RESIDENT -> RESIDENT;
        };
    }

    /** The name of a payer as the ledger's subject: credit code of an employer, else the opaque person id. */
    static String idOf(Payer payer) {
        return switch (payer.kind()) {
            case EMPLOYER, FLEXIBLE_WORKER, RESIDENT -> payer.id();
            case PROJECT -> payer.id().substring(0, CREDIT_CODE_LENGTH);
        };
    }
}
