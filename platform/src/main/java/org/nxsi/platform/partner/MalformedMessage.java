package org.nxsi.platform.partner;

/** A message that is not what it claims to be: wrong structure, wrong totals, too long, or a document type definition in it. */
public final class MalformedMessage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MalformedMessage(String message) {
        super(message);
    }

    public MalformedMessage(String message, Throwable cause) {
        super(message, cause);
    }
}
