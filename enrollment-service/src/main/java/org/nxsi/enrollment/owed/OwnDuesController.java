package org.nxsi.enrollment.owed;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.collection.Due;
import org.nxsi.enrollment.collection.Dues;
import org.nxsi.enrollment.employer.Agents;
import org.nxsi.enrollment.employer.Employer;
import org.nxsi.enrollment.lateness.LateFees;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Page;
import org.nxsi.platform.web.PageRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An employer's own dues, with what being late has cost so far. */
@RestController
class OwnDuesController {

    private final Agents agents;
    private final Dues dues;
    private final LateFees lateFees;
    private final BusinessClock clock;

    OwnDuesController(Agents agents, Dues dues, LateFees lateFees, BusinessClock clock) {
        this.agents = agents;
        this.dues = dues;
        this.lateFees = lateFees;
        this.clock = clock;
    }

    /** @param lateFee were the rest paid today; where it is not known, what is missing */
    record OwnDue(DueView due, LateFees.SoFar lateFee) {}

    @Operation(summary = "用人单位应缴费款", description = "What is owed, what has come of it, and the late fee so far.")
    @GetMapping("/v1/employers/me/dues")
    Page<OwnDue> own(Caller caller, @RequestParam @Nullable Month month, PageRequest request) {
        Employer employer = agents.actingFor(caller);
        Dues.Wanted wanted = new Dues.Wanted(null, Payer.employer(employer.id()), null, month, null, false);
        LocalDate today = clock.today();
        return Page.of(dues.page(wanted, request.after(), request.limit() + 1), request, Due::id)
                .map(each -> new OwnDue(DueView.of(each, today), lateFees.soFar(each, today)));
    }
}
