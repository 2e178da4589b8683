package org.nxsi.enrollment.rights;

import org.jspecify.annotations.Nullable;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.Problem;

/** The months that a record is wanted of. */
record Period(Month from, Month to) {

    private static final Month FIRST = new Month(MakingStatement.FIRST_YEAR, 1);

    /**
     * Months that have begun.
     *
     * @param months how many at most
     * @throws org.nxsi.platform.web.ProblemException 400 naming the parameter
     */
    static Period of(@Nullable Month from, @Nullable Month to, Month now, int months) {
        Month last = to == null ? now : to;
        Month first = from == null ? new Month(last.year(), 1) : from;
        if (last.isAfter(now)) {
            throw Problem.badRequest("month-in-future", "to", "until " + now + " at most")
                    .exception();
        }
        if (first.isBefore(FIRST)) {
            throw Problem.badRequest("invalid-parameter", "from", "from " + FIRST + " on")
                    .exception();
        }
        if (first.isAfter(last)) {
            throw Problem.badRequest("period-backwards", "from", first + " is after " + last)
                    .exception();
        }
        if (first.until(last) >= months) {
            throw Problem.badRequest("period-too-long", "from", "at most " + months + " months at once")
                    .exception();
        }
        return new Period(first, last);
    }
}
