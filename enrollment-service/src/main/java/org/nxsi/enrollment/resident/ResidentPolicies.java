package org.nxsi.enrollment.resident;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.calendar.CalendarUnknown;
import org.nxsi.platform.calendar.MonthArithmetic;
import org.nxsi.platform.calendar.RestDayRule;
import org.nxsi.platform.calendar.WorkingDays;
import org.nxsi.platform.emergency.EmergencyPeriod;
import org.nxsi.platform.emergency.EmergencyPeriods;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.policy.PolicyData;
import org.nxsi.platform.policy.PolicyUnknown;
import org.nxsi.platform.policy.PolicyValue;
import org.nxsi.platform.policy.PolicyVersion;
import org.springframework.stereotype.Component;

/** The days and ages of the residents' scheme, and what an emergency does to its days. */
@Component
class ResidentPolicies {

    private static final String SCHEME = Scheme.RESIDENT_PENSION.code();

    private final PolicyData policies;
    private final EmergencyPeriods emergencies;

    ResidentPolicies(PolicyData policies, EmergencyPeriods emergencies) {
        this.policies = policies;
        this.emergencies = emergencies;
    }

    /** A day of every year. */
    record YearlyDay(MonthDay day, PolicyVersion version) {}

    PolicyData data() {
        return policies;
    }

    /** @throws PolicyUnknown if no document tells them */
    Ages ages(AreaCode area, LocalDate on) {
        return new Ages(
                policies.find("resident.enrollment_age", area, SCHEME, on).integer(),
                policies.find("resident.age", area, SCHEME, on).integer());
    }

    /**
     * Until which day a year is paid for.
     *
     * @throws PolicyUnknown if no document tells it
     */
    YearlyDay dueDay(AreaCode area, int year) {
        return day(policies.find("resident.due_day", area, SCHEME, LocalDate.of(year, 12, 31)));
    }

    /**
     * Until which day of the year residents enrol; empty where no document sets one: nobody is late there.
     *
     * @throws PolicyUnknown if a document sets one, and it is not known which
     */
    Optional<LocalDate> enrollmentDueOn(AreaCode area, LocalDate on) {
        try {
            YearlyDay day = day(policies.find("resident.enrollment_due_day", area, SCHEME, on));
            return Optional.of(day.day().atYear(on.getYear()));
        } catch (PolicyUnknown unknown) {
            if (unknown.reason() == PolicyUnknown.Reason.NO_ENTRY) {
                return Optional.empty();
            }
            throw unknown;
        }
    }

    /**
     * The emergency that put off what was due on a day, if there is one and it may still be done: until three months after
     * the lifting, or whatever {@code deferral.make_up_months} says (宁人社办发〔2020〕2号 第七条).
     *
     * @throws PolicyUnknown if it is not known for how long
     * @throws CalendarUnknown if the last day's year has no holiday data
     */
    Optional<EmergencyPeriod> putOff(AreaCode area, LocalDate due, LocalDate today) {
        return today.isAfter(due)
                ? emergencies
                        .inForce(area, due)
                        .filter(period -> period.liftedOn() == null || !today.isAfter(lastDay(area, period.liftedOn())))
                : Optional.empty();
    }

    private LocalDate lastDay(AreaCode area, LocalDate liftedOn) {
        int months = policies.find("deferral.make_up_months", area, PolicyData.ALL_SCHEMES, liftedOn)
                .integer();
        LocalDate reckoned = MonthArithmetic.plus(liftedOn, months);
        boolean moves = policies.find("deferral.rest_day_rule", area, PolicyData.ALL_SCHEMES, liftedOn)
                .flag();
        RestDayRule rule = moves
                ? RestDayRule.nextWorkingDay(
                        policies.find("period.rest_day_clause", area, PolicyData.ALL_SCHEMES, reckoned)
                                .text())
                : RestDayRule.STAYS;
        return MonthArithmetic.lastDay(liftedOn, months, rule, WorkingDays.official())
                .date();
    }

    private static YearlyDay day(PolicyValue value) {
        return new YearlyDay(MonthDay.parse("--" + value.text()), value.version());
    }
}
