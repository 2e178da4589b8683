package org.nxsi.deferral.ledger;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Problem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where a subject's deferred months stand. A month that is not here is none of the ledger's. */
@RestController
@RequestMapping("/admin/v1/deferrals/standings")
class StandingController {

    private final Standings standings;

    StandingController(Standings standings) {
        this.standings = standings;
    }

    record MonthStandings(List<Standings.Standing> months) {}

    @Operation(summary = "Deferred months of a subject: no gap, counted once made up, missing after the deadline")
    @GetMapping
    MonthStandings standings(
            Caller caller,
            @RequestParam SubjectKind subjectKind,
            @RequestParam String subjectId,
            @RequestParam Month from,
            @RequestParam Month to) {
        if (to.isBefore(from)) {
            throw Problem.badRequest("invalid-parameter", "to", "to is not before from")
                    .exception();
        }
        return new MonthStandings(standings.of(subjectKind, subjectId, from, to, caller.requireAgency()));
    }
}
