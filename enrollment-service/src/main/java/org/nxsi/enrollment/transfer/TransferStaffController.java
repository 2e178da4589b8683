package org.nxsi.enrollment.transfer;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.application.MissingPapers;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Fen;
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

/** Transfers at the console, in the agency's area. */
@RestController
@RequestMapping("/admin/v1/transfer-applications")
class TransferStaffController {

    private final TransferFiles transfers;
    private final HandlingTransfers handling;
    private final HearingOtherPlace hearing;
    private final BusinessClock clock;

    TransferStaffController(
            TransferFiles transfers, HandlingTransfers handling, HearingOtherPlace hearing, BusinessClock clock) {
        this.transfers = transfers;
        this.handling = handling;
        this.hearing = hearing;
        this.clock = clock;
    }

    /** @param refund of a release with double months: what goes back to the person */
    record Proposed(
            Proposal.@Nullable Kind kind,
            @Nullable String reason,
            @Nullable Fen refund) {}

    record Decision(@Nullable Boolean agreed) {}

    @Operation(summary = "The transfers of an area", description = "overdue=true: only those whose step is late.")
    @GetMapping
    Page<TransferView> list(
            Caller caller,
            @RequestParam @Nullable AreaCode area,
            @RequestParam @Nullable TransferState state,
            @RequestParam(defaultValue = "false") boolean overdue,
            PageRequest request) {
        AreaCode own = caller.requireAgency();
        if (area != null && !own.contains(area)) {
            throw Problem.forbidden("area-not-yours", "this account's agency is " + own)
                    .at("area")
                    .exception();
        }
        LocalDate today = clock.today();
        TransferFiles.Wanted wanted =
                new TransferFiles.Wanted(area == null ? own : area, state, overdue ? today : null);
        return Page.of(transfers.page(wanted, request.after(), request.limit() + 1), request, Transfer::id)
                .map(each -> TransferView.staff(each, today));
    }

    @GetMapping("/{number}")
    TransferView transfer(Caller caller, @PathVariable String number) {
        return view(seen(caller, number));
    }

    @Operation(
            summary = "Accepts, or asks once for all that is missing",
            description = "Missing secondary papers may follow (容缺); a missing main paper stops the clock.")
    @PostMapping("/{number}/acceptance")
    TransferView accept(Caller caller, @PathVariable String number, @RequestBody MissingPapers body) {
        caller.require(Role.CLERK);
        Transfer transfer = seen(caller, number);
        return view(handling.accept(transfer, body.papers(), body.lastDay(clock.today()), caller.actor()));
    }

    @Operation(summary = "Another person sends the contact letter (联系函) of a transfer in")
    @PostMapping("/{number}/letter")
    TransferView sendLetter(Caller caller, @PathVariable String number) {
        caller.require(Role.REVIEWER);
        return view(handling.sendLetter(seen(caller, number), caller.actor()));
    }

    @Operation(summary = "Takes up a transfer out: the account is sealed")
    @PostMapping("/{number}/handling")
    TransferView handle(Caller caller, @PathVariable String number) {
        caller.require(Role.CLERK);
        return view(handling.handle(seen(caller, number), caller.actor()));
    }

    @Operation(summary = "Another person sends information and money of a transfer out")
    @PostMapping("/{number}/sending")
    TransferView send(Caller caller, @PathVariable String number) {
        caller.require(Role.REVIEWER, Role.FINANCE);
        return view(handling.send(seen(caller, number), caller.actor()));
    }

    @Operation(summary = "Records a letter of the other place that came on paper")
    @PostMapping("/{number}/received/letter")
    TransferView letter(Caller caller, @PathVariable String number, @RequestBody Told.Letter body) {
        caller.require(Role.CLERK);
        return view(hearing.letter(seen(caller, number), body, caller.actor()));
    }

    @Operation(summary = "Records information that came on paper")
    @PostMapping("/{number}/received/information")
    TransferView information(Caller caller, @PathVariable String number, @RequestBody Told.InformationTable body) {
        caller.require(Role.CLERK);
        return view(hearing.information(seen(caller, number), body, caller.actor()));
    }

    @Operation(summary = "Records money that came without a message")
    @PostMapping("/{number}/received/money")
    TransferView money(Caller caller, @PathVariable String number, @RequestBody Told.MoneyNote body) {
        caller.require(Role.CLERK, Role.FINANCE);
        return view(hearing.money(seen(caller, number), body, caller.actor()));
    }

    @Operation(
            summary = "Proposes to return it, or to book what does not agree",
            description = "Another person decides.")
    @PostMapping("/{number}/proposals")
    TransferView propose(Caller caller, @PathVariable String number, @RequestBody Proposed body) {
        caller.require(Role.CLERK);
        Transfer transfer = seen(caller, number);
        if (body.kind() == null) {
            throw Problem.badRequest("missing-field", "kind", "RETURN or RELEASE")
                    .exception();
        }
        Fen refund = body.refund();
        if (refund != null && (refund.isNegative() || body.kind() != Proposal.Kind.RELEASE)) {
            throw Problem.badRequest("invalid-amount", "refund", "0.00 or more, of a release")
                    .exception();
        }
        Proposal proposal =
                new Proposal(body.kind(), Told.text("reason", body.reason()), refund, caller.actor(), clock.today());
        return view(handling.propose(transfer, proposal));
    }

    @Operation(summary = "Another person decides on what was proposed")
    @PostMapping("/{number}/proposals/decision")
    TransferView decide(Caller caller, @PathVariable String number, @RequestBody Decision body) {
        caller.require(Role.REVIEWER);
        Transfer transfer = seen(caller, number);
        if (body.agreed() == null) {
            throw Problem.badRequest("missing-field", "agreed", "true or false").exception();
        }
        return view(handling.decide(transfer, body.agreed(), caller.actor()));
    }

    private Transfer seen(Caller caller, String number) {
        AreaCode own = caller.requireAgency();
        Transfer transfer = transfers.byNumber(number);
        if (transfer == null || !own.contains(transfer.area())) {
            throw TransferFiles.unknown();
        }
        return transfer;
    }

    private TransferView view(Transfer transfer) {
        return TransferView.staff(transfer, clock.today());
    }
}
