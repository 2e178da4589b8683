package org.nxsi.enrollment.owed;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.collection.Due;
import org.nxsi.enrollment.collection.DueState;
import org.nxsi.enrollment.collection.Dues;
import org.nxsi.enrollment.lateness.DueLateFee;
import org.nxsi.enrollment.lateness.LateFees;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Page;
import org.nxsi.platform.web.PageRequest;
import org.nxsi.platform.web.Problem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Dues as staff see them: those of their agency's area, and no others exist for them. */
@RestController
@RequestMapping("/admin/v1/contributions/dues")
class DuesController {

    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 12, 31);

    private final Dues dues;
    private final LateFees lateFees;
    private final BusinessClock clock;

    DuesController(Dues dues, LateFees lateFees, BusinessClock clock) {
        this.dues = dues;
        this.lateFees = lateFees;
        this.clock = clock;
    }

    @Operation(
            summary = "Dues of the agency's area",
            description =
                    "By payer (EMPLOYER:91640100MA7ABCD12N), scheme, month, state; suspense=true for those with money"
                            + " beyond what is owed (待转金).")
    @GetMapping
    Page<DueView> list(
            Caller caller,
            @RequestParam @Nullable AreaCode area,
            @RequestParam @Nullable String payer,
            @RequestParam @Nullable String scheme,
            @RequestParam @Nullable Month month,
            @RequestParam @Nullable DueState state,
            @RequestParam(defaultValue = "false") boolean suspense,
            PageRequest request) {
        AreaCode own = caller.requireAgency();
        if (area != null && !own.contains(area)) {
            throw Problem.forbidden("area-not-yours", "this account's agency is " + own)
                    .at("area")
                    .exception();
        }
        Dues.Wanted wanted =
                new Dues.Wanted(area == null ? own : area, payer(payer), scheme(scheme), month, state, suspense);
        LocalDate today = clock.today();
        List<Due> found = dues.page(wanted, request.after(), request.limit() + 1);
        return Page.of(found, request, Due::id).map(each -> DueView.of(each, today));
    }

    @Operation(summary = "A due with all that was told of it", description = "Its id as lists give it, encoded.")
    @GetMapping("/{id}")
    DueDetail one(Caller caller, @PathVariable String id) {
        return DueDetail.of(seen(caller, id), clock.today());
    }

    @Operation(
            summary = "The late fee (滞纳金) of a due",
            description = "社会保险法 第八十六条. paidOn is for what is not paid yet, today unless given. In the window of an"
                    + " emergency a policy with a document of its own decides; after its deadline two people do.")
    @GetMapping("/{id}/late-fee")
    DueLateFee lateFee(Caller caller, @PathVariable String id, @RequestParam @Nullable LocalDate paidOn) {
        LocalDate day = paidOn == null ? clock.today() : paidOn;
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            throw Problem.badRequest("invalid-parameter", "paidOn", "a day from " + FIRST + " to " + LAST)
                    .exception();
        }
        return lateFees.of(seen(caller, id), day);
    }

    private Due seen(Caller caller, String id) {
        AreaCode own = caller.requireAgency();
        Due due = dues.byId(id);
        if (due == null || !own.contains(due.area())) {
            throw Problem.notFound("due-unknown", "your area has no such due").exception();
        }
        return due;
    }

    private static @Nullable Payer payer(@Nullable String text) {
        try {
            return text == null ? null : Payer.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw Problem.badRequest("invalid-parameter", "payer", "not a payer like EMPLOYER:91640100MA7ABCD12N")
                    .exception();
        }
    }

    private static @Nullable Scheme scheme(@Nullable String code) {
        return code == null
                ? null
                : Scheme.of(code)
                        .orElseThrow(() -> Problem.badRequest(
                                        "invalid-parameter", "scheme", "one of 110, 120, 170, 210, 410")
                                .exception());
    }
}
