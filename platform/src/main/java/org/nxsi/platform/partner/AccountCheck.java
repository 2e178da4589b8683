package org.nxsi.platform.partner;

/** Asks a bank whether an account takes money and is held in this name; answered by an {@link Answer}. */
public record AccountCheck(String account, String name) {

    public AccountCheck {
        Iso.text(account, Iso.MAX_ACCOUNT, "account");
        Iso.text(name, Iso.MAX_TEXT, "name");
    }

    /** @throws MalformedMessage unless an account check */
    public static AccountCheck read(byte[] json) {
        return PartnerJson.read(json, AccountCheck.class);
    }

    public byte[] write() {
        return PartnerJson.write(this);
    }

    /** What the bank finds. */
    public enum Result {
        MATCH,
        NAME_MISMATCH,
        NO_ACCOUNT,
        CLOSED,
        FROZEN
    }

    /** The bank's answer. */
    public record Answer(Result result) {

        /** @throws MalformedMessage unless an answer to an account check */
        public static Answer read(byte[] json) {
            return PartnerJson.read(json, Answer.class);
        }

        public byte[] write() {
            return PartnerJson.write(this);
        }
    }
}
