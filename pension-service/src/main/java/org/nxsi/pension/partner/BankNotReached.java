package org.nxsi.pension.partner;

/** Nothing was sent: the bank has not been answering and is left alone for a while. No order's state changes by it. */
public final class BankNotReached extends RuntimeException {

    BankNotReached(String bank) {
        super("bank " + bank + " has not been answering and is left alone for a while", null, false, false);
    }
}
