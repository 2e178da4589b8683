package org.nxsi.enrollment.overseas;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.relation.Relation;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.money.Month;

/**
 * A time abroad for an employer. Public for the driver only.
 *
 * @param country two letters of ISO 3166
 * @param employer who sends the person
 * @param host where they work there, for people; null if not said
 * @param from first day
 * @param to last day
 */
public record Stay(
        String country, CreditCode employer, @Nullable String host, LocalDate from, LocalDate to) {

    /** @throws IllegalArgumentException if it ends before it begins */
    public Stay {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a stay ends before it begins");
        }
    }

    /**
     * The first month of the stay, as far as it has come, in which the sending employer does not insure the person under
     * 110; before it begins, this month counts. Null if there is none.
     */
    @Nullable
    Month notInsured(List<Relation> relations, Month now) {
        List<Relation> own = relations.stream()
                .filter(each ->
                        each.scheme() == Scheme.EMPLOYEE_PENSION && each.payer().equals(Payer.employer(employer)))
                .toList();
        return months(now)
                .filter(month -> own.stream().noneMatch(each -> each.covers(month)))
                .findFirst()
                .orElse(null);
    }

    private Stream<Month> months(Month now) {
        Month first = Month.of(from);
        Month last = Month.of(to).isBefore(now) ? Month.of(to) : now;
        return first.isAfter(last)
                ? Stream.of(now)
                : IntStream.rangeClosed(0, first.until(last)).mapToObj(first::plus);
    }
}
