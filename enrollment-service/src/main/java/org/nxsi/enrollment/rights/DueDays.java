package org.nxsi.enrollment.rights;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.assessment.DueDate;
import org.nxsi.enrollment.flexible.FlexibleYear;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.platform.calendar.CalendarUnknown;
import org.nxsi.platform.calendar.MonthArithmetic;
import org.nxsi.platform.calendar.WorkingDays;
import org.nxsi.platform.emergency.EmergencyPeriod;
import org.nxsi.platform.emergency.EmergencyPeriods;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.policy.PolicyData;
import org.nxsi.platform.policy.PolicyUnknown;
import org.springframework.stereotype.Component;

/**
 * Until when something would have to be paid for months that nobody has assessed, and whether an emergency defers what the
 * ledger has not been told of: between a due date and the night that tells it, nobody's month is a gap.
 */
@Component
class DueDays {

    private static final MonthDay LAST_OF_YEAR = MonthDay.of(12, 31);

    private final PolicyData policies;
    private final EmergencyPeriods periods;

    DueDays(PolicyData policies, EmergencyPeriods periods) {
        this.policies = policies;
        this.periods = periods;
    }

    /** Null where no document tells: then nothing can be called overdue. */
    @Nullable
    LocalDate normally(Payer payer, AreaCode area, Month month) {
        try {
            return switch (payer.kind()) {
                case EMPLOYER, PROJECT -> DueDate.of(policies, area, month).day();
                case FLEXIBLE_WORKER -> FlexibleYear.payableUntil(policies, area, month.year());
                case RESIDENT -> LAST_OF_YEAR.atYear(month.year());
            };
        } catch (PolicyUnknown nobodyTells) {
            return null;
        }
    }

    /** The same facts, deferred if the due date lies in an emergency period of the area. */
    MonthFacts inEmergency(MonthFacts facts, AreaCode area) {
        LocalDate due = facts.dueDate();
        if (due == null || facts.paid() || facts.putOff()) {
            return facts;
        }
        Optional<EmergencyPeriod> period = periods.inForce(area, due);
        return period.map(each -> facts.putOff(deadline(each))).orElse(facts);
    }

    private @Nullable LocalDate deadline(EmergencyPeriod period) {
        LocalDate lifted = period.liftedOn();
        if (lifted == null) {
            return null;
        }
        int months = policies.find("deferral.make_up_months", period.region(), PolicyData.ALL_SCHEMES, lifted)
                .integer();
        LocalDate reckoned = MonthArithmetic.plus(lifted, months);
        boolean moves = policies.find("deferral.rest_day_rule", period.region(), PolicyData.ALL_SCHEMES, lifted)
                .flag();
        try {
            return moves ? WorkingDays.official().onOrAfter(reckoned) : reckoned;
        } catch (CalendarUnknown notPublished) {
            return reckoned;
        }
    }
}
