package org.nxsi.enrollment.project;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.assessment.Needed;
import org.nxsi.enrollment.employer.Employers;
import org.nxsi.enrollment.project.ChangingProject.Which;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.money.Fen;
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

/** Construction projects at the console, in the agency's area; what bears on money or time is decided by another person. */
@RestController
@RequestMapping("/admin/v1/construction-projects")
class ProjectController {

    private static final String PATH = "/admin/v1/construction-projects/";

    private final Employers employers;
    private final RegisteringProject registering;
    private final ChangingProject changing;
    private final ReadingProjects reading;

    ProjectController(
            Employers employers, RegisteringProject registering, ChangingProject changing, ReadingProjects reading) {
        this.employers = employers;
        this.registering = registering;
        this.changing = changing;
        this.reading = reading;
    }

    /** What {@link RegisteringProject.Wanted} says, and whose it is. */
    record AtTheWindow(
            @Nullable CreditCode employer,
            @Nullable String name,
            @Nullable AreaCode area,
            @Nullable String contractNumber,
            @Nullable Fen contractValue,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable String proof) {

        RegisteringProject.Wanted wanted() {
            return new RegisteringProject.Wanted(name, area, contractNumber, contractValue, startsOn, endsOn, proof);
        }
    }

    record Revaluation(
            @Nullable Fen contractValue, @Nullable String proof) {}

    record Rejection(@Nullable String reason) {}

    @Operation(summary = "A project handed in at the window", description = "Another person, a reviewer, approves it.")
    @PostMapping
    ResponseEntity<ProjectView> handIn(Caller caller, CommandId command, @RequestBody AtTheWindow body) {
        caller.require(Role.CLERK);
        CreditCode employer = Needed.field(body.employer(), "employer");
        employers.require(employer);
        refuseElsewhere(caller, Needed.field(body.area(), "area"));
        Project project = registering.handIn(employer, body.wanted(), caller.actor(), command);
        return ResponseEntity.accepted()
                .location(URI.create(PATH + employer + "/" + project.number()))
                .body(reading.view(project, true));
    }

    @Operation(summary = "The projects of an area", description = "Without an area: of the agency's.")
    @GetMapping
    Page<ProjectLine> list(Caller caller, @RequestParam @Nullable AreaCode area, PageRequest page) {
        AreaCode wanted = area == null ? caller.requireAgency() : area;
        refuseElsewhere(caller, wanted);
        return reading.ofArea(wanted, page);
    }

    @Operation(summary = "An employer's projects in the agency's area, by number")
    @GetMapping("/{employer}")
    Page<ProjectLine> ofEmployer(Caller caller, @PathVariable CreditCode employer, PageRequest page) {
        AreaCode own = caller.requireAgency();
        Page<ProjectLine> all = reading.ofEmployer(employer, page);
        return new Page<>(
                all.items().stream()
                        .filter(each -> own.contains(AreaCode.parse(each.area())))
                        .toList(),
                all.next());
    }

    @Operation(summary = "A project with its sheet, how far it is paid, and its cases")
    @GetMapping("/{employer}/{number}")
    ProjectView one(Caller caller, @PathVariable CreditCode employer, @PathVariable int number) {
        return reading.view(reading.seenBy(caller, employer, number), true);
    }

    @Operation(
            summary = "工程总造价变更",
            description =
                    "Before and after; once another person has approved it, the sheet follows with the difference.")
    @PostMapping("/{employer}/{number}/contract-value")
    ResponseEntity<ProjectView> revalue(
            Caller caller,
            CommandId command,
            @PathVariable CreditCode employer,
            @PathVariable int number,
            @RequestBody Revaluation body) {
        caller.require(Role.CLERK);
        Fen value = Needed.field(body.contractValue(), "contractValue");
        String proof = ProjectText.of("proof", body.proof());
        return accepted(changing.revalue(which(caller, employer, number), value, proof, caller.actor(), command));
    }

    @Operation(summary = "工期延长", description = "Another person approves it.")
    @PostMapping("/{employer}/{number}/extension")
    ResponseEntity<ProjectView> extend(
            Caller caller,
            CommandId command,
            @PathVariable CreditCode employer,
            @PathVariable int number,
            @RequestBody OwnProjectController.Extension body) {
        caller.require(Role.CLERK);
        LocalDate endsOn = Needed.field(body.endsOn(), "endsOn");
        String proof = ProjectText.of("proof", body.proof());
        return accepted(changing.extend(which(caller, employer, number), endsOn, proof, caller.actor(), command));
    }

    @Operation(summary = "竣工")
    @PostMapping("/{employer}/{number}/completion")
    ProjectView complete(
            Caller caller,
            CommandId command,
            @PathVariable CreditCode employer,
            @PathVariable int number,
            @RequestBody OwnProjectController.Completion body) {
        caller.require(Role.CLERK);
        LocalDate day = Needed.field(body.completedOn(), "completedOn");
        String proof = ProjectText.of("proof", body.proof());
        return reading.view(
                changing.complete(which(caller, employer, number), day, proof, caller.actor(), command)
                        .project(),
                true);
    }

    @Operation(
            summary = "Another person approves what was asked for",
            description = "Of a registration or another contract value the sheet is made at once.")
    @PostMapping("/{employer}/{number}/changes/{change}/approval")
    ProjectView approve(
            Caller caller, @PathVariable CreditCode employer, @PathVariable int number, @PathVariable String change) {
        caller.require(Role.REVIEWER);
        return reading.view(
                changing.approve(which(caller, employer, number), change, caller.actor())
                        .project(),
                true);
    }

    @Operation(summary = "Another person rejects what was asked for")
    @PostMapping("/{employer}/{number}/changes/{change}/rejection")
    ProjectView reject(
            Caller caller,
            @PathVariable CreditCode employer,
            @PathVariable int number,
            @PathVariable String change,
            @RequestBody Rejection body) {
        caller.require(Role.REVIEWER);
        String reason = ProjectText.of("reason", body.reason());
        return reading.view(
                changing.reject(which(caller, employer, number), change, reason, caller.actor())
                        .project(),
                true);
    }

    private ResponseEntity<ProjectView> accepted(ChangingProject.Outcome outcome) {
        return ResponseEntity.accepted().body(reading.view(outcome.project(), true));
    }

    private Which which(Caller caller, CreditCode employer, int number) {
        Project project = reading.seenBy(caller, employer, number);
        return new Which(project.employer(), project.number());
    }

    private static void refuseElsewhere(Caller caller, AreaCode area) {
        AreaCode own = caller.requireAgency();
        if (!own.contains(area)) {
            throw Problem.forbidden("area-not-yours", "this account's agency is " + own)
                    .at("area")
                    .exception();
        }
    }
}
