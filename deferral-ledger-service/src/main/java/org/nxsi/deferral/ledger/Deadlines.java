package org.nxsi.deferral.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nxsi.deferral.period.Period;
import org.nxsi.platform.calendar.CalendarUnknown;
import org.nxsi.platform.calendar.MonthArithmetic;
import org.nxsi.platform.calendar.RestDayRule;
import org.nxsi.platform.calendar.WorkingDays;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.policy.PolicyData;
import org.nxsi.platform.policy.PolicyUnknown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Deadlines by the policy of the region: how many months, and whether and by which clause a rest day moves the last one. */
@Component
public class Deadlines {

    private static final Logger log = LoggerFactory.getLogger(Deadlines.class);

    private final PolicyData policy;

    Deadlines(PolicyData policy) {
        this.policy = policy;
    }

    /**
     * The deadline if the region's period is lifted on the day.
     *
     * @throws PolicyUnknown if the months or the rest-day rule are not known
     * @throws CalendarUnknown if the last day's year has no holiday data
     */
    public Deadline after(AreaCode region, LocalDate liftedOn) {
        int months = policy.find("deferral.make_up_months", region, PolicyData.ALL_SCHEMES, liftedOn)
                .integer();
        boolean moves = policy.find("deferral.rest_day_rule", region, PolicyData.ALL_SCHEMES, liftedOn)
                .flag();
        RestDayRule rule = moves ? restDayRule(region, MonthArithmetic.plus(liftedOn, months)) : RestDayRule.STAYS;
        return Deadline.after(liftedOn, months, rule, WorkingDays.official());
    }

    /** The law of the day that may have to move. */
    private RestDayRule restDayRule(AreaCode region, LocalDate reckoned) {
        return RestDayRule.nextWorkingDay(
                policy.find("period.rest_day_clause", region, PolicyData.ALL_SCHEMES, reckoned)
                        .text());
    }

    /**
     * What a period's last record means for its entries.
     *
     * @throws PolicyUnknown as {@link #after}
     * @throws CalendarUnknown as {@link #after}
     */
    PeriodEnd endOf(Period period) {
        LocalDate liftedOn = period.liftedOn();
        return new PeriodEnd(period.recordNumber(), liftedOn == null ? null : after(period.region(), liftedOn));
    }

    /**
     * The same for an entry that must be kept in any case: where the deadline cannot be told the lifting is awaited, which
     * names what is missing.
     */
    PeriodEnd endAsKnown(@Nullable Period period) {
        if (period == null) {
            return PeriodEnd.NONE;
        }
        try {
            return endOf(period);
        } catch (PolicyUnknown | CalendarUnknown missing) {
            log.warn("deadline of period {} cannot be told: {}", period.id(), missing.getMessage());
            return PeriodEnd.NONE;
        }
    }
}
