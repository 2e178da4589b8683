package org.nxsi.deferral.view;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.deferral.ledger.Deadline;
import org.nxsi.deferral.ledger.Deadlines;
import org.nxsi.deferral.ledger.OutstandingEntries;
import org.nxsi.deferral.period.Period;
import org.nxsi.deferral.period.Periods;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;
import org.nxsi.platform.web.Question;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Staff ask what a day of lifting would bring, before anybody says it. Changes nothing. */
@RestController
class WhatIfController {

    private static final LocalDate LAST = LocalDate.of(2100, 12, 31);

    private final Periods periods;
    private final Deadlines deadlines;
    private final OutstandingEntries outstanding;

    WhatIfController(Periods periods, Deadlines deadlines, OutstandingEntries outstanding) {
        this.periods = periods;
        this.deadlines = deadlines;
        this.outstanding = outstanding;
    }

    record Asked(@Nullable String liftedOn) {}

    @Question
    @Operation(
            summary = "Lifted on this day: which deadline, how many entries, what amounts",
            description = "宁人社办发〔2020〕2号 第七条. Of the caller's area. Changes nothing.")
    @PostMapping("/admin/v1/emergency-periods/{id}/what-if/lookups")
    WhatIf whatIf(Caller caller, @PathVariable String id, @RequestBody Asked asked) {
        AreaCode own = caller.requireAgency();
        Period period = periods.byId(id)
                .filter(each -> own.contains(each.region()) || each.region().contains(own))
                .orElseThrow(
                        () -> Problem.notFound("period-unknown", "there is no emergency period " + id + " for " + own)
                                .under(Deadline.CLAUSE)
                                .exception());
        LocalDate liftedOn = day(period, asked.liftedOn());
        Deadline deadline = deadlines.after(period.region(), liftedOn);
        List<WhatIf.Part> parts =
                outstanding.of(period.id(), own).stream().map(WhatIf.Part::of).toList();
        return WhatIf.of(period.id(), liftedOn, deadline, parts);
    }

    private static LocalDate day(Period period, @Nullable String text) {
        if (!period.isDeclared()) {
            throw Problem.conflict("period-not-declared", "it is " + period.state() + "; what is declared is lifted")
                    .under(Deadline.CLAUSE)
                    .exception();
        }
        LocalDate liftedOn = date(text);
        if (liftedOn.isBefore(period.from())) {
            throw refused("lifted-before-first-day", "the period's first day is " + period.from());
        }
        return liftedOn;
    }

    private static LocalDate date(@Nullable String text) {
        try {
            LocalDate date = LocalDate.parse(text == null ? "" : text);
            if (!date.isAfter(LAST)) {
                return date;
            }
        } catch (DateTimeParseException noDate) {
            // the refusal below says what is wanted
        }
        throw refused("invalid-date", "a day of the calendar up to " + LAST + ", written 2020-06-30");
    }

    private static ProblemException refused(String code, String detail) {
        return Problem.badRequest(code, "liftedOn", detail)
                .under(Deadline.CLAUSE)
                .exception();
    }
}
