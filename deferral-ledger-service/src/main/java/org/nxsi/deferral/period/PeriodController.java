package org.nxsi.deferral.period;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.CommandId;
import org.nxsi.platform.web.Page;
import org.nxsi.platform.web.PageRequest;
import org.nxsi.platform.web.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The emergency periods: all staff see them, two admins decide about them. */
@RestController
@RequestMapping("/admin/v1/emergency-periods")
class PeriodController {

    private final Periods periods;
    private final ProposingPeriod proposing;
    private final ConfirmingProposal confirming;
    private final WithdrawingProposal withdrawing;

    PeriodController(
            Periods periods,
            ProposingPeriod proposing,
            ConfirmingProposal confirming,
            WithdrawingProposal withdrawing) {
        this.periods = periods;
        this.proposing = proposing;
        this.confirming = confirming;
        this.withdrawing = withdrawing;
    }

    /** Texts, so that what is wrong with them is refused by name and clause. */
    record Declaration(
            @Nullable String region,
            @Nullable String from,
            @Nullable String docNo,
            @Nullable String reason) {}

    record Lifting(
            @Nullable String liftedOn,
            @Nullable String docNo,
            @Nullable String reason) {}

    /**
     * What is absent stays as it is.
     *
     * @param notLifted true takes a published lifting back
     */
    record Correction(
            @Nullable String from,
            @Nullable String docNo,
            @Nullable String liftedOn,
            @Nullable String liftDocNo,
            @Nullable Boolean notLifted,
            @Nullable String reason) {}

    /** @param proposal the number that the second person has seen; absent for the one that waits */
    record Confirmation(@Nullable Integer proposal) {}

    record Withdrawal(@Nullable String reason) {}

    @Operation(summary = "Emergency periods", description = "Of one region or in one state, or all of them, by id.")
    @GetMapping
    Page<PeriodView> list(
            @RequestParam(required = false) @Nullable AreaCode region,
            @RequestParam(required = false) Period.@Nullable State state,
            PageRequest request) {
        String after = request.after() == null ? "" : request.after();
        return Page.of(
                        periods.now().periods().stream()
                                .filter(each -> region == null || each.region().equals(region))
                                .filter(each -> state == null || each.state() == state)
                                .filter(each -> each.id().compareTo(after) > 0)
                                .sorted(Comparator.comparing(Period::id))
                                .limit(request.limit() + 1L)
                                .toList(),
                        request,
                        Period::id)
                .map(PeriodView::of);
    }

    @Operation(summary = "One emergency period with the whole chain of its records")
    @GetMapping("/{id}")
    PeriodView one(@PathVariable String id) {
        return PeriodView.of(periods.byId(id).orElseThrow(() -> Refusals.unknownPeriod(id)));
    }

    @Operation(summary = "Propose that a period be declared", description = "Another admin confirms it.")
    @PostMapping
    ResponseEntity<PeriodView> propose(Caller caller, CommandId command, @RequestBody Declaration wanted) {
        caller.require(Role.ADMIN);
        AreaCode region = PeriodInput.region(wanted.region());
        Terms terms =
                Terms.declared(PeriodInput.date("from", wanted.from()), PeriodInput.document("docNo", wanted.docNo()));
        Period proposed = proposing.declaration(caller, command, region, terms, PeriodInput.remark(wanted.reason()));
        return ResponseEntity.created(URI.create("/admin/v1/emergency-periods/" + proposed.id()))
                .body(PeriodView.of(proposed));
    }

    @Operation(summary = "Confirm the declaration: the period is in force from its first day")
    @PostMapping("/{id}/declaration")
    PeriodView declare(Caller caller, @PathVariable String id, @RequestBody Confirmation seen) {
        return PeriodView.of(confirming.confirm(caller, id, PeriodRecord.Kind.DECLARED, seen.proposal()));
    }

    @Operation(
            summary = "Propose that the lifting (疫情解除) be published",
            description = "The day may lie ahead or behind; make-ups are due three months after it.")
    @PostMapping("/{id}/lifting-proposal")
    PeriodView proposeLifting(Caller caller, CommandId command, @PathVariable String id, @RequestBody Lifting wanted) {
        caller.require(Role.ADMIN);
        LocalDate on = PeriodInput.date("liftedOn", wanted.liftedOn());
        String document = PeriodInput.document("docNo", wanted.docNo());
        return PeriodView.of(proposing.lifting(
                caller, command, id, terms -> lifted(terms, on, document), PeriodInput.remark(wanted.reason())));
    }

    @Operation(summary = "Confirm the lifting")
    @PostMapping("/{id}/lifting")
    PeriodView lift(Caller caller, @PathVariable String id, @RequestBody Confirmation seen) {
        return PeriodView.of(confirming.confirm(caller, id, PeriodRecord.Kind.LIFTED, seen.proposal()));
    }

    @Operation(
            summary = "Propose a correction of dates or documents",
            description = "Confirmed, it is a further record that supersedes the last one; nothing is edited.")
    @PostMapping("/{id}/correction-proposal")
    PeriodView proposeCorrection(
            Caller caller, CommandId command, @PathVariable String id, @RequestBody Correction wanted) {
        caller.require(Role.ADMIN);
        String reason = PeriodInput.reason(wanted.reason());
        return PeriodView.of(proposing.correction(caller, command, id, corrected(wanted), reason));
    }

    @Operation(summary = "Confirm the correction")
    @PostMapping("/{id}/correction")
    PeriodView correct(Caller caller, @PathVariable String id, @RequestBody Confirmation seen) {
        return PeriodView.of(confirming.confirm(caller, id, PeriodRecord.Kind.CORRECTED, seen.proposal()));
    }

    @Operation(summary = "Take back, or do not confirm, what is proposed")
    @PostMapping("/{id}/withdrawal")
    PeriodView withdraw(Caller caller, @PathVariable String id, @RequestBody Withdrawal wanted) {
        caller.require(Role.ADMIN);
        return PeriodView.of(withdrawing.withdraw(caller, id, PeriodInput.reason(wanted.reason())));
    }

    private static Terms lifted(Terms terms, LocalDate on, String document) {
        if (on.isBefore(terms.from())) {
            throw Refusals.liftedBeforeItBegan(terms);
        }
        return terms.lifted(on, document);
    }

    private static UnaryOperator<Terms> corrected(Correction wanted) {
        @Nullable LocalDate from = wanted.from() == null ? null : PeriodInput.date("from", wanted.from());
        @Nullable String document = wanted.docNo() == null ? null : PeriodInput.document("docNo", wanted.docNo());
        @Nullable
        LocalDate liftedOn = wanted.liftedOn() == null ? null : PeriodInput.date("liftedOn", wanted.liftedOn());
        @Nullable
        String liftDocument = wanted.liftDocNo() == null ? null : PeriodInput.document("liftDocNo", wanted.liftDocNo());
        boolean notLifted = Boolean.TRUE.equals(wanted.notLifted());
        return terms -> {
            Terms declared =
                    Terms.declared(from == null ? terms.from() : from, document == null ? terms.docNo() : document);
            LocalDate on = liftedOn == null ? terms.liftedOn() : liftedOn;
            String by = liftDocument == null ? terms.liftDocNo() : liftDocument;
            if (notLifted ? liftedOn != null || liftDocument != null : (on == null) != (by == null)) {
                throw Refusals.liftedTwiceOver();
            }
            return notLifted || on == null || by == null ? declared : lifted(declared, on, by);
        };
    }
}
