package org.nxsi.pension.reconciliation;

import java.net.URI;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.partner.PartnerBanks;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Page;
import org.nxsi.platform.web.PageRequest;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The banks' daily statements and how they compare (日对账). */
@RestController
@RequestMapping("/admin/v1/bank-statements")
class StatementDayController {

    private final MatchingDays matching;
    private final StatementDays days;
    private final PartnerBanks banks;
    private final BusinessClock clock;

    StatementDayController(MatchingDays matching, StatementDays days, PartnerBanks banks, BusinessClock clock) {
        this.matching = matching;
        this.days = days;
        this.banks = banks;
        this.clock = clock;
    }

    @GetMapping
    Page<StatementDay> days(Caller caller, @RequestParam(required = false) @Nullable String bank, PageRequest request) {
        caller.require(Role.FINANCE, Role.AUDITOR, Role.REVIEWER, Role.ADMIN);
        return Page.of(days.page(bank, request.after(), request.limit() + 1), request, StatementDay::id);
    }

    @GetMapping("/{bank}/{day}")
    StatementDay day(Caller caller, @PathVariable String bank, @PathVariable LocalDate day) {
        caller.require(Role.FINANCE, Role.AUDITOR, Role.REVIEWER, Role.ADMIN);
        StatementDay found = days.byId(StatementDay.idOf(bank, day));
        if (found == null) {
            throw Problem.notFound("statement-day-unknown", "bank " + bank + " has not been matched for " + day)
                    .exception();
        }
        return found;
    }

    /** Matches a day, again if it was matched before: all statements are read anew. A day to come has no statement. */
    @PostMapping("/{bank}/{day}/matching")
    ResponseEntity<StatementDay> match(Caller caller, @PathVariable String bank, @PathVariable LocalDate day) {
        caller.require(Role.FINANCE);
        if (banks.find(bank).isEmpty()) {
            throw Problem.notFound("bank-unknown", bank + " is not a partner bank")
                    .exception();
        }
        if (day.isAfter(clock.today())) {
            throw Problem.badRequest("day-to-come", "day", "there is no statement of a day to come")
                    .exception();
        }
        StatementDay wanted = matching.want(bank, day, caller.actor());
        return ResponseEntity.accepted()
                .location(URI.create("/admin/v1/bank-statements/" + wanted.id()))
                .body(wanted);
    }
}
