package org.nxsi.enrollment.resident;

import io.swagger.v3.oas.annotations.Operation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.assessment.Needed;
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

/** Applications to be enrolled at the desk, in the agency's area. */
@RestController
@RequestMapping("/admin/v1/resident-enrollments")
class EnrollmentDeskController {

    private static final int LONGEST_REASON = 200;

    private final Enrollments enrollments;
    private final DecidingEnrollment deciding;
    private final BusinessClock clock;

    EnrollmentDeskController(Enrollments enrollments, DecidingEnrollment deciding, BusinessClock clock) {
        this.enrollments = enrollments;
        this.deciding = deciding;
        this.clock = clock;
    }

    /** A person's applications, the latest first. */
    record OfPerson(String person, List<EnrollmentView> enrollments) {}

    /**
     * @param missing codes of papers; null for none
     * @param refuse why it is not accepted; null if it is
     */
    record Acceptance(
            @Nullable List<String> missing, @Nullable String refuse) {}

    record Papers(@Nullable List<String> codes) {}

    /** @param reason needed of a rejection */
    record Decision(@Nullable Boolean approve, @Nullable String reason) {}

    @Operation(
            summary = "Who wants to be enrolled",
            description = "By person; only whose application waits, unless all are wanted.")
    @GetMapping
    Page<OfPerson> list(
            Caller caller,
            @RequestParam @Nullable AreaCode area,
            @RequestParam @Nullable Boolean all,
            PageRequest page) {
        AreaCode own = caller.requireAgency();
        if (area != null && !own.contains(area)) {
            throw Problem.forbidden("area-not-yours", "this account's agency is " + own)
                    .at("area")
                    .exception();
        }
        AreaCode wanted = area == null ? own : area;
        boolean open = all == null || !all;
        return Page.of(
                        enrollments.page(wanted, open, page.after(), page.limit() + 1),
                        page,
                        each -> each.id().value())
                .map(file -> new OfPerson(
                        file.id().value(),
                        file.applications().reversed().stream()
                                .filter(each -> wanted.contains(each.area()) && (!open || each.isOpen()))
                                .map(this::view)
                                .toList()));
    }

    @GetMapping("/{number}")
    EnrollmentView one(Caller caller, @PathVariable String number) {
        return view(deciding.seenBy(caller, number));
    }

    @Operation(
            summary = "A clerk accepts and examines an application, or refuses it at the door",
            description = "Missing papers are told once and all together (行政许可法 第三十二条).")
    @PostMapping("/{number}/acceptance")
    EnrollmentView accept(Caller caller, @PathVariable String number, @RequestBody Acceptance body) {
        caller.require(Role.CLERK);
        Enrollment application = deciding.seenBy(caller, number);
        if (body.refuse() != null) {
            return view(deciding.refuse(application, reason(body.refuse(), "refuse"), caller.actor()));
        }
        List<EnrollmentPaper> missing = (body.missing() == null ? List.<String>of() : body.missing())
                .stream()
                        .distinct()
                        .map(code -> EnrollmentPaper.of(code)
                                .orElseThrow(() -> Problem.badRequest("paper-unknown", "missing", "no such paper")
                                        .exception()))
                        .toList();
        return view(deciding.accept(application, missing, caller.actor()));
    }

    @Operation(summary = "Papers that were missing have come")
    @PostMapping("/{number}/papers")
    EnrollmentView supply(Caller caller, @PathVariable String number, @RequestBody Papers body) {
        caller.require(Role.CLERK);
        Enrollment application = deciding.seenBy(caller, number);
        Set<String> codes = new LinkedHashSet<>(Needed.field(body.codes(), "codes"));
        return view(deciding.supply(application, codes, caller.actor()));
    }

    @Operation(summary = "Another person than the examiner decides")
    @PostMapping("/{number}/decision")
    EnrollmentView decide(Caller caller, @PathVariable String number, @RequestBody Decision body) {
        caller.require(Role.REVIEWER);
        Enrollment application = deciding.seenBy(caller, number);
        boolean approve = Needed.field(body.approve(), "approve");
        String reason = approve ? null : reason(body.reason(), "reason");
        return view(deciding.decide(application, approve, reason, caller.actor()));
    }

    private EnrollmentView view(Enrollment enrollment) {
        return EnrollmentView.staff(enrollment, clock.today());
    }

    private static String reason(@Nullable String reason, String field) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw Problem.badRequest("text-required", field, "1 to " + LONGEST_REASON + " characters")
                    .exception();
        }
        return reason.strip();
    }
}
