package org.nxsi.pension.roster;

import org.nxsi.pension.beneficiary.Scheme;

/**
 * Which persons a file has named already, by scheme: exact, and 8 bytes each. A number's 17 digits and the scheme make
 * one positive {@code long}; sixty-four small tables grow one at a time, so that growing never doubles all of it.
 */
final class PersonsSeen {

    private static final int TABLES = 64;
    private static final int FIRST_SLOTS = 64;
    private static final int DIGITS = 17;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final Table[] tables = new Table[TABLES];

    PersonsSeen() {
        for (int i = 0; i < TABLES; i++) {
            tables[i] = new Table();
        }
    }

    /**
     * Remembers a person under a scheme.
     *
     * @param number a valid social-security number; its check digit follows from the others
     * @return false if it was seen before
     */
    boolean add(String number, Scheme scheme) {
        long key = Long.parseLong(number, 0, DIGITS, 10) * Scheme.values().length + scheme.ordinal() + 1;
        long mixed = key * SPREAD;
        return tables[(int) (mixed >>> 58)].add(key, (int) (mixed >>> 26));
    }

    /** Open addressing; 0 is an empty slot. */
    private static final class Table {

        private long[] slots = new long[FIRST_SLOTS];
        private int size;

        boolean add(long key, int hash) {
            int slot = hash & (slots.length - 1);
            while (slots[slot] != 0) {
                if (slots[slot] == key) {
                    return false;
                }
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = key;
            if (++size > slots.length / 4 * 3) {
                grow();
            }
            return true;
        }

        private void grow() {
            long[] before = slots;
            slots = new long[before.length * 2];
            for (long key : before) {
                if (key != 0) {
                    int slot = (int) ((key * SPREAD) >>> 26) & (slots.length - 1);
                    while (slots[slot] != 0) {
                        slot = (slot + 1) & (slots.length - 1);
                    }
                    slots[slot] = key;
                }
            }
        }
    }
}
