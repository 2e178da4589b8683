package org.nxsi.enrollment.overseas;

import io.swagger.v3.oas.annotations.Operation;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.application.MissingPapers;
import org.nxsi.platform.cases.CaseState;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Page;
import org.nxsi.platform.web.PageRequest;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Applications for certificates at the console, in the agency's area. */
@RestController
@RequestMapping("/admin/v1/overseas-exemptions")
class ExemptionStaffController {

    private static final Pattern REASON = Pattern.compile("[^\\p{Cntrl}]{2,200}");

    private final ExemptionFiles exemptions;
    private final DecidingExemption deciding;
    private final BusinessClock clock;

    ExemptionStaffController(ExemptionFiles exemptions, DecidingExemption deciding, BusinessClock clock) {
        this.exemptions = exemptions;
        this.deciding = deciding;
        this.clock = clock;
    }

    /** @param approve whether the certificate is to be issued */
    record Proposed(@Nullable Boolean approve, @Nullable String reason) {}

    record Confirmation(@Nullable Boolean agreed) {}

    @Operation(summary = "The applications of an area")
    @GetMapping
    Page<ExemptionView> list(
            Caller caller,
            @RequestParam @Nullable AreaCode area,
            @RequestParam @Nullable CaseState state,
            PageRequest request) {
        AreaCode own = caller.requireAgency();
        if (area != null && !own.contains(area)) {
            throw Problem.forbidden("area-not-yours", "this account's agency is " + own)
                    .at("area")
                    .exception();
        }
        return Page.of(
                        exemptions.page(area == null ? own : area, state, request.after(), request.limit() + 1),
                        request,
                        Exemption::id)
                .map(this::view);
    }

    @GetMapping("/{number}")
    ExemptionView one(Caller caller, @PathVariable String number) {
        return view(seen(caller, number));
    }

    @Operation(
            summary = "Accepts, or asks once for all that is missing",
            description = "Missing secondary papers may follow (容缺); a missing main paper stops the clock.")
    @PostMapping("/{number}/acceptance")
    ExemptionView accept(Caller caller, @PathVariable String number, @RequestBody MissingPapers body) {
        caller.require(Role.CLERK);
        Exemption exemption = seen(caller, number);
        return view(deciding.accept(exemption, body.papers(), body.lastDay(clock.today()), caller.actor()));
    }

    @Operation(summary = "A clerk proposes to issue the certificate, or not")
    @PostMapping("/{number}/proposals")
    ExemptionView propose(Caller caller, @PathVariable String number, @RequestBody Proposed body) {
        caller.require(Role.CLERK);
        Exemption exemption = seen(caller, number);
        if (body.approve() == null) {
            throw Problem.badRequest("missing-field", "approve", "true or false")
                    .exception();
        }
        String reason = body.reason();
        if (reason == null || reason.isBlank() || !REASON.matcher(reason).matches()) {
            throw Problem.badRequest("text-required", "reason", "2 to 200 characters")
                    .exception();
        }
        return view(deciding.propose(exemption, body.approve(), reason.strip(), caller.actor()));
    }

    @Operation(summary = "Another person confirms: the certificate is issued, or the application is turned down")
    @PostMapping("/{number}/proposals/decision")
    ExemptionView confirm(Caller caller, @PathVariable String number, @RequestBody Confirmation body) {
        caller.require(Role.REVIEWER);
        Exemption exemption = seen(caller, number);
        if (body.agreed() == null) {
            throw Problem.badRequest("missing-field", "agreed", "true or false").exception();
        }
        return view(deciding.confirm(exemption, body.agreed(), caller.actor()));
    }

    private Exemption seen(Caller caller, String number) {
        AreaCode own = caller.requireAgency();
        Exemption exemption = exemptions.byNumber(number);
        if (exemption == null || !own.contains(exemption.area())) {
            throw ExemptionFiles.unknown();
        }
        return exemption;
    }

    private ExemptionView view(Exemption exemption) {
        return ExemptionView.staff(exemption, clock.today());
    }
}
