package org.nxsi.simulators.bank;

/** A payee's account as the bank keeps it. */
record Account(String number, String holder, AccountState state) {

    private static final String SEPARATOR = "\t";
    private static final String SOMEBODY_ELSE = "另户";

    /** The account as a roster asks for it: "another holder" becomes an ordinary account of somebody else's. */
    static Account opened(String number, String name, AccountState state) {
        return state == AccountState.OTHER_HOLDER
                ? new Account(number, SOMEBODY_ELSE + name, AccountState.NORMAL)
                : new Account(number, name, state);
    }

    static Account ofLine(String line) {
        String[] fields = line.split(SEPARATOR, 3);
        return new Account(fields[0], fields[2], AccountState.valueOf(fields[1]));
    }

    String line() {
        return number + SEPARATOR + state + SEPARATOR + holder;
    }
}
