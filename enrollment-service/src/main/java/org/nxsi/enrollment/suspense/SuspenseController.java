package org.nxsi.enrollment.suspense;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.collection.Due;
import org.nxsi.enrollment.collection.DueState;
import org.nxsi.enrollment.collection.Dues;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Fen;
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

/** Money that is too much where it is, at the console, in the agency's area. */
@RestController
@RequestMapping("/admin/v1/contributions")
class SuspenseController {

    private final Dues dues;
    private final Allocating allocating;

    SuspenseController(Dues dues, Allocating allocating) {
        this.dues = dues;
        this.allocating = allocating;
    }

    /** @param suspense below zero where a payment was taken back after it had been moved */
    record DueView(
            String due,
            Payer payer,
            Scheme scheme,
            Month month,
            AreaCode area,
            DueState state,
            String stateTitle,
            @Nullable Fen assessed,
            Fen received,
            Fen arrived,
            Fen suspense,
            int creditedRevision) {

        static DueView of(Due due) {
            return new DueView(
                    due.id(),
                    due.payer(),
                    due.scheme(),
                    due.month(),
                    due.area(),
                    due.state(),
                    due.state().title(),
                    due.assessed(),
                    due.received(),
                    due.arrived(),
                    due.suspense(),
                    due.progress().creditedRevision());
        }
    }

    record AllocationView(
            String id,
            Payer payer,
            Scheme scheme,
            Month from,
            Month to,
            Fen amount,
            String reason,
            Allocation.State state,
            String stateTitle,
            LocalDate proposedOn,
            String by,
            @Nullable String decidedBy,
            @Nullable LocalDate decidedOn) {

        static AllocationView of(Allocation each) {
            return new AllocationView(
                    each.id(),
                    each.payer(),
                    each.scheme(),
                    each.from(),
                    each.to(),
                    each.amount(),
                    each.reason(),
                    each.state(),
                    each.state().title(),
                    each.proposedOn(),
                    each.by(),
                    each.decidedBy(),
                    each.decidedOn());
        }
    }

    @Operation(summary = "待转金: dues with money beyond what is owed", description = "Without an area: of the agency's.")
    @GetMapping("/suspense")
    Page<DueView> suspense(
            Caller caller,
            @RequestParam @Nullable AreaCode area,
            @RequestParam @Nullable String payer,
            @RequestParam @Nullable String scheme,
            PageRequest request) {
        AreaCode within = within(caller, area);
        Dues.Wanted wanted = new Dues.Wanted(
                within, read("payer", payer, Payer::parse), read("scheme", scheme, Scheme::parse), null, null, true);
        return Page.of(dues.page(wanted, request.after(), request.limit() + 1), request, Due::id)
                .map(DueView::of);
    }

    @Operation(
            summary = "Dues whose persons were credited, and which are not paid in full any more",
            description = "A payment was taken back, or a later revision is not paid yet.")
    @GetMapping("/credited-unpaid")
    Page<DueView> creditedAndUnpaid(Caller caller, @RequestParam @Nullable AreaCode area, PageRequest request) {
        return Page.of(
                        dues.creditedAndUnpaid(within(caller, area), request.after(), request.limit() + 1),
                        request,
                        Due::id)
                .map(DueView::of);
    }

    @Operation(summary = "待转金分配: proposes to move an amount to another month of the same payer and scheme")
    @PostMapping("/suspense/allocations")
    ResponseEntity<AllocationView> propose(Caller caller, CommandId command, @RequestBody Allocating.Wanted wanted) {
        Allocation proposed = allocating.propose(caller, command, wanted);
        return ResponseEntity.created(URI.create("/admin/v1/contributions/suspense/allocations/" + proposed.id()))
                .body(AllocationView.of(proposed));
    }

    @GetMapping("/suspense/allocations")
    Page<AllocationView> allocations(
            Caller caller, @RequestParam Allocation.@Nullable State state, PageRequest request) {
        requireStaff(caller);
        return Page.of(allocating.page(caller, state, request.after(), request.limit() + 1), request, Allocation::id)
                .map(AllocationView::of);
    }

    @GetMapping("/suspense/allocations/{id}")
    AllocationView allocation(Caller caller, @PathVariable String id) {
        requireStaff(caller);
        return AllocationView.of(allocating.seenBy(caller, id));
    }

    @Operation(
            summary = "Another person confirms it; the money moves",
            description = "Unless it is not there any more.")
    @PostMapping("/suspense/allocations/{id}/confirmation")
    AllocationView confirm(Caller caller, @PathVariable String id) {
        Allocation after = allocating.confirm(caller, id);
        if (after.state() == Allocation.State.MONEY_GONE) {
            throw Problem.conflict("money-gone", "so much is not beyond what is owed any more; nothing was moved")
                    .with("state", after.state())
                    .exception();
        }
        return AllocationView.of(after);
    }

    @Operation(summary = "Another person rejects it")
    @PostMapping("/suspense/allocations/{id}/rejection")
    AllocationView reject(Caller caller, @PathVariable String id) {
        return AllocationView.of(allocating.reject(caller, id));
    }

    private static void requireStaff(Caller caller) {
        caller.require(Role.CLERK, Role.REVIEWER, Role.FINANCE, Role.AUDITOR);
    }

    private static AreaCode within(Caller caller, @Nullable AreaCode area) {
        requireStaff(caller);
        AreaCode own = caller.requireAgency();
        if (area != null && !own.contains(area)) {
            throw Problem.forbidden("area-not-yours", "this account's agency is " + own)
                    .at("area")
                    .exception();
        }
        return area == null ? own : area;
    }

    private static <T> @Nullable T read(String field, @Nullable String text, Function<String, T> parse) {
        try {
            return text == null ? null : parse.apply(text);
        } catch (IllegalArgumentException invalid) {
            throw Problem.badRequest("invalid-parameter", field, String.valueOf(invalid.getMessage()))
                    .exception();
        }
    }
}
