package org.nxsi.enrollment.relation;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Month;

/**
 * What is to become of a person's relations with one payer, under one or more schemes at once.
 *
 * @param schemes ascending; none of stops and alterations: all that run
 * @param area where insured; of starts and alterations
 * @param month first month of a start, last month of a stop, new first month of an alteration; null where that stays
 * @param hiredOn first day of employment; null where nobody is employed
 * @param reason of stops
 */
public record RelationChange(
        Kind kind,
        PersonId person,
        List<Scheme> schemes,
        Payer payer,
        @Nullable AreaCode area,
        @Nullable Month month,
        @Nullable LocalDate hiredOn,
        @Nullable StopReason reason) {

    /** What is done. */
    public enum Kind {
        /** 增员 */
        START("增员"),
        /** 减员 */
        STOP("减员"),
        /** 变更 */
        ALTER("变更");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** For people. */
        public String title() {
            return title;
        }
    }

    /** @throws IllegalArgumentException if it lacks what its kind needs */
    public RelationChange {
        schemes = List.copyOf(new TreeSet<>(schemes));
        boolean complete = switch (kind) {
            case START -> area != null && month != null && reason == null && !schemes.isEmpty();
            case STOP -> month != null && reason != null;
            case ALTER -> reason == null;
        };
        if (!complete) {
            throw new IllegalArgumentException("an incomplete change: " + kind);
        }
    }

    /** The person is insured from a month on. */
    public static RelationChange start(
            PersonId person, Set<Scheme> schemes, Payer payer, AreaCode area, Month from, @Nullable LocalDate hiredOn) {
        return new RelationChange(Kind.START, person, List.copyOf(schemes), payer, area, from, hiredOn, null);
    }

    /** A month is the last one for which the person is insured. */
    public static RelationChange stop(
            PersonId person, Set<Scheme> schemes, Payer payer, Month last, StopReason reason) {
        return new RelationChange(Kind.STOP, person, List.copyOf(schemes), payer, null, last, null, reason);
    }

    /** Another first month, hire date or area of what runs; null where it stays. */
    public static RelationChange alter(
            PersonId person,
            Set<Scheme> schemes,
            Payer payer,
            @Nullable AreaCode area,
            @Nullable Month from,
            @Nullable LocalDate hiredOn) {
        return new RelationChange(Kind.ALTER, person, List.copyOf(schemes), payer, area, from, hiredOn, null);
    }

    Month requireMonth() {
        return Objects.requireNonNull(month, "month");
    }
}
