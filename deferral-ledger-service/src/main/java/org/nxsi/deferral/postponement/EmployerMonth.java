package org.nxsi.deferral.postponement;

import org.nxsi.platform.money.Month;

/**
 * The contributions of an employer for a month.
 *
 * @param employer credit code
 */
public record EmployerMonth(String employer, Month month) {

    /** The claim's {@code _id}. */
    String id() {
        return employer + "|" + month;
    }
}
