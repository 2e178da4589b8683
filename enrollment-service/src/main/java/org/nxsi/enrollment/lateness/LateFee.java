package org.nxsi.enrollment.lateness;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.policy.PolicyVersion;

/**
 * The late fee on one amount (社会保险法 第八十六条): simple, by the day, from the day after the due date up to and with the
 * day of payment, rounded half up to the fen once. Each day has the rate that holds on it. The deferral ledger reckons alike.
 *
 * @param base what was owed
 * @param days how many days it is late
 * @param stretches the days under each rate, in order; none if it is not late
 */
public record LateFee(Fen base, LocalDate dueDate, LocalDate paidOn, long days, List<Stretch> stretches, Fen fee) {

    /** Nobody owes for a longer time; a larger number is a mistake. */
    static final long MOST_DAYS = 36_600;

    /** @param daily share of the amount per day */
    record Rate(BigDecimal daily, PolicyVersion policy) {}

    /** The rate that holds on a day. */
    @FunctionalInterface
    interface Rates {

        Rate on(LocalDate day);
    }

    /**
     * Days under one rate.
     *
     * @param from first day
     * @param to last day
     */
    public record Stretch(LocalDate from, LocalDate to, long days, BigDecimal daily, PolicyVersion policy) {

        private Stretch longer() {
            return new Stretch(from, to.plusDays(1), days + 1, daily, policy);
        }
    }

    public LateFee {
        stretches = List.copyOf(stretches);
        long counted = stretches.stream().mapToLong(Stretch::days).sum();
        if (fee.isNegative() || counted != days) {
            throw new IllegalArgumentException("a late fee counts each day once and gives nothing back");
        }
    }

    /** @throws IllegalArgumentException for a negative amount or more than {@value #MOST_DAYS} days */
    static LateFee of(Fen base, LocalDate dueDate, LocalDate paidOn, Rates rates) {
        long days = Math.max(0, ChronoUnit.DAYS.between(dueDate, paidOn));
        if (base.isNegative() || days > MOST_DAYS) {
            throw new IllegalArgumentException("no late fee on " + base + " for " + days + " days");
        }
        List<Stretch> stretches = stretches(dueDate, days, rates);
        BigDecimal share = stretches.stream()
                .map(each -> each.daily().multiply(BigDecimal.valueOf(each.days())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new LateFee(
                base, dueDate, paidOn, days, stretches, Fen.rounded(base.yuan().multiply(share)));
    }

    /** Nothing is due, although the days went by. */
    static LateFee waived(Fen base, LocalDate dueDate, LocalDate paidOn) {
        return new LateFee(base, dueDate, paidOn, 0, List.of(), Fen.ZERO);
    }

    private static List<Stretch> stretches(LocalDate dueDate, long days, Rates rates) {
        List<Stretch> stretches = new ArrayList<>();
        for (long i = 1; i <= days; i++) {
            LocalDate day = dueDate.plusDays(i);
            Rate rate = rates.on(day);
            @Nullable Stretch last = stretches.isEmpty() ? null : stretches.getLast();
            if (last != null && Objects.equals(last.policy(), rate.policy())) {
                stretches.set(stretches.size() - 1, last.longer());
            } else {
                stretches.add(new Stretch(day, day, 1, rate.daily(), rate.policy()));
            }
        }
        return stretches;
    }
}
