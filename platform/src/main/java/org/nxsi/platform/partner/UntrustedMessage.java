package org.nxsi.platform.partner;

/** An envelope that is refused before anything in it is decrypted or parsed, or whose content is not what was signed. */
public final class UntrustedMessage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why the envelope is refused. */
    public enum Reason {
        /** The named sender is not the one expected here, or no key of it is known. */
        WRONG_SENDER,
        /** The envelope is addressed to somebody else. */
        WRONG_RECEIVER,
        /** It carries another kind of message than the one asked for here. */
        WRONG_TYPE,
        /** The signature is not the sender's signature over this envelope. */
        WRONG_SIGNATURE,
        /** Signed by the sender, but the key or the content does not open to what was signed. */
        NOT_TO_BE_OPENED
    }

    private final Reason reason;

    UntrustedMessage(Reason reason) {
        super("envelope refused: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
