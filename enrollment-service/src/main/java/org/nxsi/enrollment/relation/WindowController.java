package org.nxsi.enrollment.relation;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.batch.BatchView;
import org.nxsi.enrollment.employer.Employer;
import org.nxsi.enrollment.employer.EmployersSeen;
import org.nxsi.enrollment.person.PersonRegister;
import org.nxsi.enrollment.putoff.Channel;
import org.nxsi.enrollment.relation.SendingEmployees.Sender;
import org.nxsi.enrollment.sheet.FileBody;
import org.nxsi.enrollment.sheet.SentRows;
import org.nxsi.enrollment.sheet.Sheet;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.identity.SocialNumber;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.CommandId;
import org.nxsi.platform.web.Page;
import org.nxsi.platform.web.PageRequest;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.Question;
import org.nxsi.platform.web.Role;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Relations at the window: a clerk does for an employer of the agency's area what its agents do, and sees more. */
@RestController
@RequestMapping(WindowController.PATH)
class WindowController {

    static final String PATH = "/admin/v1/insured-relations";

    private final EmployersSeen employers;
    private final SendingEmployees sending;
    private final SeeingRelations seeing;
    private final PersonRegister register;

    WindowController(
            EmployersSeen employers, SendingEmployees sending, SeeingRelations seeing, PersonRegister register) {
        this.employers = employers;
        this.sending = sending;
        this.seeing = seeing;
        this.register = register;
    }

    record Lookup(@Nullable SocialNumber number) {}

    @Operation(
            summary = "增员、减员、变更 at the window",
            description =
                    "At most 1,000 rows for an employer of the agency's area. With a paper named in the row also what"
                            + " agents may not: months three years back (人社部规〔2016〕5号), a later first month.")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<BatchView> send(
            Caller caller, CommandId command, @RequestParam CreditCode employer, @RequestBody SentEmployees body) {
        caller.require(Role.CLERK);
        return send(caller, command, employers.seenBy(caller, employer), body.sent());
    }

    @Operation(summary = "The same as a file", description = "At most 5,000 rows: CSV or XLSX.")
    @PostMapping(consumes = {Sheet.CSV, Sheet.XLSX})
    ResponseEntity<BatchView> sendFile(
            Caller caller, CommandId command, @RequestParam CreditCode employer, HttpServletRequest request) {
        caller.require(Role.CLERK);
        Employer seen = employers.seenBy(caller, employer);
        return send(caller, command, seen, FileBody.rows(request, EmployeeColumns.ALL));
    }

    @Operation(summary = "What became of a list's rows", description = "Of any list in the agency's area.")
    @GetMapping("/batches/{id}")
    BatchView batch(Caller caller, @PathVariable String id, PageRequest page) {
        caller.require(Role.CLERK, Role.REVIEWER, Role.AUDITOR);
        return sending.ofArea(caller.requireAgency(), id, page);
    }

    @Question
    @Operation(summary = "The relations of the person with this number")
    @PostMapping("/lookups")
    InsuredPersonView lookup(Caller caller, @RequestBody Lookup lookup) {
        caller.require(Role.CLERK, Role.REVIEWER, Role.AUDITOR);
        if (lookup.number() == null) {
            throw Problem.badRequest("missing-field", "number", "number is needed")
                    .exception();
        }
        return seeing.person(caller, register.idOf(lookup.number()));
    }

    @Operation(summary = "A person's relations, with every change before and after")
    @GetMapping("/persons/{personId}")
    InsuredPersonView person(Caller caller, @PathVariable PersonId personId) {
        caller.require(Role.CLERK, Role.REVIEWER, Role.AUDITOR);
        return seeing.person(caller, personId);
    }

    @Operation(
            summary = "Late registrations of the area",
            description = "Accepted for an emergency (宁人社办发〔2020〕2号 第七条) or by normal rules (社会保险法 第五十八条).")
    @GetMapping("/late-registrations")
    Page<LateView> late(Caller caller, PageRequest page) {
        caller.require(Role.CLERK, Role.REVIEWER, Role.AUDITOR);
        return seeing.late(caller, page);
    }

    @Operation(
            summary = "Persons under two pensions at once",
            description = "Found when two ids were joined; with none left in the list the overlap is settled.")
    @GetMapping("/overlaps")
    Page<InsuredPersonView> overlaps(Caller caller, PageRequest page) {
        caller.require(Role.CLERK, Role.REVIEWER, Role.AUDITOR);
        return seeing.overlaps(caller, page);
    }

    private ResponseEntity<BatchView> send(Caller caller, CommandId command, Employer employer, SentRows sent) {
        Sender sender = new Sender(command.derive("insured-relations"), caller.actor(), true, Channel.WINDOW);
        return EmployeeController.answer(PATH, sending.send(employer, sent, sender));
    }
}
