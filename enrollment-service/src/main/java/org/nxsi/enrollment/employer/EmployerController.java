package org.nxsi.enrollment.employer;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.employer.ChangingEmployer.Outcome;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.identity.SocialNumber;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.CommandId;
import org.nxsi.platform.web.Page;
import org.nxsi.platform.web.PageRequest;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Employers at the console, in the agency's area. */
@RestController
@RequestMapping("/admin/v1/employers")
class EmployerController {

    private final Employers employers;
    private final EmployersSeen seen;
    private final EmployerFiles files;
    private final RegisteringEmployer registering;
    private final ChangingEmployer changing;
    private final AppointingAgent appointing;
    private final BusinessClock clock;

    EmployerController(
            Employers employers,
            EmployersSeen seen,
            EmployerFiles files,
            RegisteringEmployer registering,
            ChangingEmployer changing,
            AppointingAgent appointing,
            BusinessClock clock) {
        this.employers = employers;
        this.seen = seen;
        this.files = files;
        this.registering = registering;
        this.changing = changing;
        this.appointing = appointing;
        this.clock = clock;
    }

    /** @param agents past and future ones too */
    record Seen(EmployerView employer, List<Agent> agents) {}

    record Changed(ChangeView change, EmployerView employer) {}

    record Appointment(
            @Nullable SocialNumber number,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String proof) {}

    record Dismissal(@Nullable LocalDate lastDay, @Nullable String proof) {}

    record SchemeChange(
            @Nullable Scheme scheme,
            @Nullable Month from,
            @Nullable Month to,
            @Nullable String proof) {}

    record Rejection(@Nullable String reason) {}

    @Operation(summary = "Registers an employer", description = "社会保险法 第五十七条. Late it is registered too, and noted so.")
    @PostMapping
    ResponseEntity<EmployerView> register(Caller caller, @RequestBody RegisteringEmployer.Wanted wanted) {
        Employer registered = registering.register(caller, wanted);
        return ResponseEntity.created(URI.create("/admin/v1/employers/" + registered.id()))
                .body(view(registered));
    }

    @Operation(summary = "The employers of an area", description = "Without an area: of the agency's.")
    @GetMapping
    Page<EmployerView> list(Caller caller, @RequestParam @Nullable AreaCode area, PageRequest request) {
        AreaCode own = caller.requireAgency();
        if (area != null && !own.contains(area)) {
            throw Problem.forbidden("area-not-yours", "this account's agency is " + own)
                    .at("area")
                    .exception();
        }
        return Page.of(
                        employers.ofArea(area == null ? own : area, request.after(), request.limit() + 1),
                        request,
                        each -> each.id().value())
                .map(this::view);
    }

    @GetMapping("/{code}")
    Seen employer(Caller caller, @PathVariable CreditCode code) {
        Employer employer = seen.seenBy(caller, code);
        return new Seen(view(employer), employer.agents());
    }

    @Operation(summary = "All changes of an employer, the latest first")
    @GetMapping("/{code}/changes")
    List<ChangeView> changes(Caller caller, @PathVariable CreditCode code) {
        seen.seenBy(caller, code);
        return files.require(code).changes().reversed().stream()
                .map(each -> ChangeView.staff(each, clock.today()))
                .toList();
    }

    @Operation(summary = "Asks for a change", description = "What bears on area or money waits for a reviewer.")
    @PostMapping("/{code}/changes")
    ResponseEntity<Changed> change(
            Caller caller, CommandId command, @PathVariable CreditCode code, @RequestBody WantedChange wanted) {
        caller.require(Role.CLERK);
        seen.seenBy(caller, code);
        Outcome outcome = changing.ask(code, wanted.checked(false), caller.actor(), command);
        return ResponseEntity.status(outcome.change().isOpen() ? 202 : 200).body(changed(outcome));
    }

    @Operation(summary = "Another person approves a change; it takes effect")
    @PostMapping("/{code}/changes/{number}/approval")
    Changed approve(Caller caller, @PathVariable CreditCode code, @PathVariable String number) {
        caller.require(Role.REVIEWER);
        seen.seenBy(caller, code);
        return changed(changing.approve(code, number, caller.actor()));
    }

    @Operation(summary = "Another person rejects a change")
    @PostMapping("/{code}/changes/{number}/rejection")
    Changed reject(
            Caller caller, @PathVariable CreditCode code, @PathVariable String number, @RequestBody Rejection body) {
        caller.require(Role.REVIEWER);
        seen.seenBy(caller, code);
        return changed(changing.reject(code, number, Proof.text("reason", body.reason()), caller.actor()));
    }

    @Operation(summary = "Records who may act for the employer")
    @PostMapping("/{code}/agents")
    Changed appoint(Caller caller, CommandId command, @PathVariable CreditCode code, @RequestBody Appointment wanted) {
        caller.require(Role.CLERK);
        seen.seenBy(caller, code);
        if (wanted.number() == null) {
            throw Problem.badRequest("missing-field", "number", "whose number?").exception();
        }
        AppointingAgent.Appointment appointment =
                new AppointingAgent.Appointment(wanted.number(), wanted.from(), wanted.to(), Proof.of(wanted.proof()));
        return changed(appointing.appoint(code, appointment, caller.actor(), command));
    }

    @Operation(summary = "Records that an agent acts no more", description = "Without a last day: after today.")
    @PostMapping("/{code}/agents/{person}/dismissal")
    Changed dismiss(
            Caller caller,
            CommandId command,
            @PathVariable CreditCode code,
            @PathVariable PersonId person,
            @RequestBody Dismissal body) {
        caller.require(Role.CLERK);
        seen.seenBy(caller, code);
        return changed(
                appointing.dismiss(code, person, body.lastDay(), Proof.of(body.proof()), caller.actor(), command));
    }

    @Operation(summary = "Records from or to which month the employer takes part in a scheme")
    @PostMapping("/{code}/schemes")
    Changed takePart(Caller caller, CommandId command, @PathVariable CreditCode code, @RequestBody SchemeChange body) {
        caller.require(Role.CLERK);
        seen.seenBy(caller, code);
        if (body.scheme() == null) {
            throw Problem.badRequest("missing-field", "scheme", "which scheme?").exception();
        }
        return changed(appointing.takePart(
                code, body.scheme(), body.from(), body.to(), Proof.of(body.proof()), caller.actor(), command));
    }

    private Changed changed(Outcome outcome) {
        return new Changed(ChangeView.staff(outcome.change(), clock.today()), view(outcome.employer()));
    }

    private EmployerView view(Employer employer) {
        return EmployerView.of(employer, clock.month());
    }
}
