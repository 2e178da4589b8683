package org.nxsi.enrollment.transfer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.calendar.CalendarUnknown;
import org.nxsi.platform.calendar.WorkingDays;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.policy.PolicyData;
import org.springframework.stereotype.Component;

/** In how many working days each part of the way is to be done ({@code transfer.step_days}, 国办发〔2009〕66号). */
@Component
class StepDays {

    private final PolicyData policies;
    private final BusinessClock clock;

    StepDays(PolicyData policies, BusinessClock clock) {
        this.policies = policies;
        this.clock = clock;
    }

    int of(AreaCode area, LocalDate on) {
        return policies.find("transfer.step_days", area, Scheme.EMPLOYEE_PENSION.code(), on)
                .integer();
    }

    /** A step done today by somebody. The day until which the next is due is null where that year's calendar is not published. */
    Mark mark(AreaCode area, String by) {
        LocalDate today = clock.today();
        return new Mark(today, by, due(today, of(area, today)));
    }

    private static @Nullable LocalDate due(LocalDate from, int days) {
        try {
            return WorkingDays.official().plus(from, days);
        } catch (CalendarUnknown notYet) {
            return null;
        }
    }
}
