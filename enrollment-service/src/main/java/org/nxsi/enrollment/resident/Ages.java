package org.nxsi.enrollment.resident;

import java.time.LocalDate;
import org.nxsi.platform.identity.SocialNumber;
import org.nxsi.platform.money.Month;

/**
 * The ages between which a resident pays.
 *
 * @param first from which one may enrol, in years
 * @param pension in the month of which the last payment may be made, in years; the pension begins with the month after
 */
record Ages(int first, int pension) {

    private static final int MONTHS = 12;

    boolean isOldEnough(SocialNumber number, LocalDate on) {
        return !number.birthDate().plusYears(first).isAfter(on);
    }

    /** Whether the month in which the pension's age is reached is over. */
    boolean isBeyond(SocialNumber number, LocalDate on) {
        return Month.of(on).isAfter(Month.of(number.birthDate()).plus(pension * MONTHS));
    }

    /** Whether some part of a year lies between both ages. */
    boolean cover(SocialNumber number, int year) {
        int born = number.birthDate().getYear();
        return year >= born + first && year <= born + pension;
    }
}
