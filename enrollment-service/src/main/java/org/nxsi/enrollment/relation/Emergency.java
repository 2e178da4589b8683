package org.nxsi.enrollment.relation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.calendar.MonthArithmetic;
import org.nxsi.platform.calendar.RestDayRule;
import org.nxsi.platform.calendar.WorkingDays;
import org.nxsi.platform.emergency.EmergencyPeriod;
import org.nxsi.platform.emergency.EmergencyPeriods;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.policy.PolicyData;
import org.springframework.stereotype.Component;

/** The emergency periods, and until when what was put off in them is made up: as the deferral ledger reckons it. */
@Component
class Emergency implements LateRule.Emergencies {

    private final EmergencyPeriods periods;
    private final PolicyData policies;

    Emergency(EmergencyPeriods periods, PolicyData policies) {
        this.periods = periods;
        this.policies = policies;
    }

    @Override
    public @Nullable EmergencyPeriod inForce(AreaCode area, LocalDate on) {
        return periods.inForce(area, on).orElse(null);
    }

    @Override
    public LocalDate makeUpUntil(EmergencyPeriod lifted) {
        LocalDate liftedOn = lifted.liftedOn();
        if (liftedOn == null) {
            return LocalDate.MAX;
        }
        AreaCode region = lifted.region();
        int months = policies.find("deferral.make_up_months", region, PolicyData.ALL_SCHEMES, liftedOn)
                .integer();
        boolean moves = policies.find("deferral.rest_day_rule", region, PolicyData.ALL_SCHEMES, liftedOn)
                .flag();
        LocalDate reckoned = MonthArithmetic.plus(liftedOn, months);
        RestDayRule rule = moves
                ? RestDayRule.nextWorkingDay(
                        policies.find("period.rest_day_clause", region, PolicyData.ALL_SCHEMES, reckoned)
                                .text())
                : RestDayRule.STAYS;
        return MonthArithmetic.lastDay(liftedOn, months, rule, WorkingDays.official())
                .date();
    }
}
