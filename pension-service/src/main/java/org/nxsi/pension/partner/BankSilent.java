package org.nxsi.pension.partner;

/** No trustworthy answer came: nobody knows what the bank did. The state of the order is UNKNOWN. */
public final class BankSilent extends RuntimeException {

    BankSilent(String bank, String reason, Throwable cause) {
        super("bank " + bank + ": " + reason, cause);
    }

    BankSilent(String bank, String reason) {
        super("bank " + bank + ": " + reason);
    }
}
