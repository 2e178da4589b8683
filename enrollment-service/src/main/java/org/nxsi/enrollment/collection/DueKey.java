package org.nxsi.enrollment.collection;

import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.money.Month;

/**
 * What there is one due of.
 *
 * @param month the month that the money belongs to (费款所属期)
 */
public record DueKey(Payer payer, Scheme scheme, Month month) {

    private static final char SEPARATOR = '|';

    /** The due's {@code _id}: {@code EMPLOYER:91640100MA7ABCD12N|110|2020-02}. */
    public String id() {
        return payer.toString() + SEPARATOR + scheme.code() + SEPARATOR + month;
    }

    /** @throws IllegalArgumentException unless written as {@link #id} writes it */
    public static DueKey parse(String id) {
        String[] parts = id.split("\\|", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("not a due like EMPLOYER:91640100MA7ABCD12N|110|2020-02: " + id);
        }
        return new DueKey(Payer.parse(parts[0]), Scheme.parse(parts[1]), Month.parse(parts[2]));
    }

    /** What all ids of a payer begin with. */
    static String of(Payer payer) {
        return payer.toString() + SEPARATOR;
    }

    /** Behind all ids of a payer. */
    static String endOf(Payer payer) {
        return payer.toString() + (char) (SEPARATOR + 1);
    }
}
