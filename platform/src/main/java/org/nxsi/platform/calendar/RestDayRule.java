package org.nxsi.platform.calendar;

import org.jspecify.annotations.Nullable;

/**
 * What happens to a period whose last day is a rest day. Whether it moves, and by which clause, is policy, so it comes as
 * a value.
 *
 * @param clause the clause that moves the last day to the next working day; null if the last day stays
 */
public record RestDayRule(@Nullable String clause) {

    /** The last day stays where it falls. */
    public static final RestDayRule STAYS = new RestDayRule(null);

    /** Moves to the next working day by the clause, for example {@code 民法总则 第二百零三条}. */
    public static RestDayRule nextWorkingDay(String clause) {
        return new RestDayRule(clause);
    }

    public boolean moves() {
        return clause != null;
    }
}
