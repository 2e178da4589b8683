package org.nxsi.pension.disbursement;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts all possible beneficiary ids into equal ranges. Payee ids are base32 of a keyed hash and so spread evenly;
 * the first range is open below and the last above, so that no id can fall between.
 */
final class Cut {

    /** The base32 digits of payee ids in the order in which the store compares them. */
    private static final String DIGITS = "234567abcdefghijklmnopqrstuvwxyz";

    private static final int BITS = 20;

    private Cut() {}

    static int slicesFor(long beneficiaries, int perSlice) {
        return (int) Math.max(1, Math.ceilDiv(beneficiaries, perSlice));
    }

    static List<Slice> of(String run, int slices) {
        List<Slice> cut = new ArrayList<>(slices);
        for (int number = 0; number < slices; number++) {
            @Nullable String before = number == slices - 1 ? null : boundary(number + 1, slices);
            cut.add(Slice.open(run, number, number == 0 ? "" : boundary(number, slices), before));
        }
        return cut;
    }

    private static String boundary(int number, int slices) {
        int value = (int) (((long) number << BITS) / slices);
        StringBuilder prefix = new StringBuilder();
        for (int shift = BITS - 5; shift >= 0; shift -= 5) {
            prefix.append(DIGITS.charAt((value >>> shift) & 31));
        }
        return prefix.toString();
    }
}
