package org.nxsi.enrollment.scheme;

/** Who pays contributions. */
public enum PayerKind {
    /** An employer for its employees; named by its credit code. */
    EMPLOYER,
    /** A construction project, for whoever works on it; named by credit code and number, {@code 91…N-3}. */
    PROJECT,
    /** A person for themselves as flexible worker (灵活就业人员); named by the opaque person id. */
    FLEXIBLE_WORKER,
    /** A person for themselves as resident (城乡居民); named by the opaque person id. */
    RESIDENT
}
