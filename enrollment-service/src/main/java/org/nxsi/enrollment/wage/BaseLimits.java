package org.nxsi.enrollment.wage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.policy.PolicyData;
import org.nxsi.platform.policy.PolicyUnknown;
import org.nxsi.platform.policy.PolicyValue;
import org.nxsi.platform.policy.PolicyVersion;

/**
 * Between which amounts a wage is a base of contributions (缴费基数上下限): 60 % and 300 % of the average wage that holds in
 * the month.
 *
 * <p>In 2020 the lowest base of 2019 may stay (人社部发〔2020〕11号). A permission lowers the limit and never raises it: where
 * the old one is known and lower, it counts; where it is not on record, the year's own holds, which is lawful too.
 *
 * @param lowest yuan per month
 * @param highest yuan per month
 * @param versions the policies that the limits rest on
 * @param oldLowestMissing the document that would tell the old lowest base; null where nothing is missing
 */
public record BaseLimits(
        Fen lowest,
        Fen highest,
        List<PolicyVersion> versions,
        @Nullable String oldLowestMissing) {

    public BaseLimits {
        if (!lowest.isPositive() || lowest.compareTo(highest) > 0) {
            throw new IllegalArgumentException("no limits: " + lowest + " to " + highest);
        }
        versions = List.copyOf(versions);
    }

    /**
     * The limits for the contributions of a month.
     *
     * @throws PolicyUnknown naming what is missing for that month
     */
    public static BaseLimits of(PolicyData policy, AreaCode area, Scheme scheme, Month month) {
        return new Reading(policy, area, month.firstDay()).limits(scheme);
    }

    /** The wage within the limits. */
    public Fen clamp(Fen wage) {
        return wage.compareTo(lowest) < 0 ? lowest : wage.compareTo(highest) > 0 ? highest : wage;
    }

    /** How published limits are rounded. */
    private enum Rounding {
        TO_FEN("to-fen") {
            @Override
            Fen round(BigDecimal yuan) {
                return Fen.rounded(yuan);
            }
        },
        TO_YUAN("half-up-to-yuan") {
            @Override
            Fen round(BigDecimal yuan) {
                return Fen.rounded(yuan.setScale(0, RoundingMode.HALF_UP));
            }
        };

        private final String text;

        Rounding(String text) {
            this.text = text;
        }

        abstract Fen round(BigDecimal yuan);

        static Rounding of(PolicyValue value) {
            for (Rounding each : values()) {
                if (each.text.equals(value.text())) {
                    return each;
                }
            }
            throw new IllegalStateException("not a rounding of base limits: " + value);
        }
    }

    /** Reads the policies that hold on a day and remembers their versions. */
    private static final class Reading {

        private final PolicyData policy;
        private final AreaCode area;
        private final LocalDate day;
        private final List<PolicyVersion> versions = new ArrayList<>();

        Reading(PolicyData policy, AreaCode area, LocalDate day) {
            this.policy = policy;
            this.area = area;
            this.day = day;
        }

        BaseLimits limits(Scheme scheme) {
            String of = switch (scheme) {
                case EMPLOYEE_PENSION, RESIDENT_PENSION -> scheme.code();
                case CIVIL_SERVANT_PENSION, UNEMPLOYMENT, WORK_INJURY ->
                    find("contribution.base_scheme", scheme.code()).text();
            };
            BigDecimal average = find("contribution.average_wage", of).decimal();
            Rounding rounding = Rounding.of(find("contribution.limit_rounding", of));
            BigDecimal least = find("contribution.lowest_base_ratio", of).decimal();
            BigDecimal most = find("contribution.highest_base_ratio", of).decimal();
            Fen lowest = rounding.round(average.multiply(least));
            Fen highest = rounding.round(average.multiply(most));
            if (!oldLowestMayStay(of)) {
                return new BaseLimits(lowest, highest, versions, null);
            }
            try {
                Fen old = new Reading(policy, area, LocalDate.of(day.getYear() - 1, 12, 31)).lowest(of, versions);
                return new BaseLimits(old.compareTo(lowest) < 0 ? old : lowest, highest, versions, null);
            } catch (PolicyUnknown unknown) {
                String missing = unknown.missing() == null ? unknown.key() : unknown.missing();
                return new BaseLimits(lowest, highest, versions, missing);
            }
        }

        private Fen lowest(String of, List<PolicyVersion> told) {
            BigDecimal average = find("contribution.average_wage", of).decimal();
            Rounding rounding = Rounding.of(find("contribution.limit_rounding", of));
            Fen lowest = rounding.round(
                    average.multiply(find("contribution.lowest_base_ratio", of).decimal()));
            told.addAll(versions);
            return lowest;
        }

        /** No entry for the year: nothing was permitted. */
        private boolean oldLowestMayStay(String of) {
            try {
                return find("contribution.old_lowest_base_may_stay", of).flag();
            } catch (PolicyUnknown noSuchPermission) {
                return false;
            }
        }

        private PolicyValue find(String key, String of) {
            PolicyValue found = policy.find(key, area, of, day);
            versions.add(found.version());
            return found;
        }
    }
}
