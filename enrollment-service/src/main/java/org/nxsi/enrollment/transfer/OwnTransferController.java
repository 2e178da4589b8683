package org.nxsi.enrollment.transfer;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.person.PersonRegister;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.CommandId;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A person's own transfers. */
@RestController
@RequestMapping("/v1/persons/me/transfer-applications")
class OwnTransferController {

    private final ApplyingForTransfer applying;
    private final HandlingTransfers handling;
    private final TransferFiles transfers;
    private final PersonRegister register;
    private final BusinessClock clock;

    OwnTransferController(
            ApplyingForTransfer applying,
            HandlingTransfers handling,
            TransferFiles transfers,
            PersonRegister register,
            BusinessClock clock) {
        this.applying = applying;
        this.handling = handling;
        this.transfers = transfers;
        this.register = register;
        this.clock = clock;
    }

    /** @param codes of the papers that are handed in, as the notice names them */
    record Supplied(@Nullable Set<String> codes) {}

    record Transfers(List<TransferView> items) {}

    record Reviews(List<ReviewView> items) {}

    record AllProgress(List<ProgressView> items) {}

    @Operation(
            summary = "社保转移申请",
            description =
                    "宁人社办发〔2020〕2号 第五条、附件3第14项. Scheme 110 between Ningxia and another province; no paper is mailed.")
    @PostMapping
    ResponseEntity<TransferView> apply(Caller caller, CommandId command, @RequestBody WantedTransfer wanted) {
        caller.require(Role.CITIZEN);
        Transfer applied = applying.apply(
                caller.requirePersonId(), wanted.checked(clock.month()), command.derive("transfer"), caller.actor());
        return ResponseEntity.created(URI.create("/v1/persons/me/transfer-applications"))
                .body(view(applied));
    }

    @Operation(summary = "My transfers, the latest first")
    @GetMapping
    Transfers all(Caller caller) {
        return new Transfers(own(caller).stream().map(this::view).toList());
    }

    @Operation(summary = "社保转移申请审核结果查询", description = "宁人社办发〔2020〕2号 附件3第15项")
    @GetMapping("/reviews")
    Reviews reviews(Caller caller) {
        return new Reviews(own(caller).stream().map(ReviewView::of).toList());
    }

    @Operation(summary = "社保转移进度查询", description = "宁人社办发〔2020〕2号 附件3第16项")
    @GetMapping("/progress")
    AllProgress progress(Caller caller) {
        return new AllProgress(own(caller).stream()
                .map(each -> ProgressView.of(each, clock.today()))
                .toList());
    }

    @Operation(summary = "Hands in papers that were missing")
    @PostMapping("/{number}/papers")
    TransferView papers(Caller caller, @PathVariable String number, @RequestBody Supplied supplied) {
        Transfer mine = mine(caller, number);
        if (supplied.codes() == null
                || supplied.codes().isEmpty()
                || supplied.codes().contains(null)) {
            throw Problem.badRequest("missing-field", "codes", "which papers?").exception();
        }
        return view(handling.supply(mine, supplied.codes(), caller.actor()));
    }

    @Operation(summary = "Takes the application back", description = "Only before the contact letter has left.")
    @PostMapping("/{number}/withdrawal")
    TransferView withdraw(Caller caller, @PathVariable String number) {
        return view(handling.withdraw(mine(caller, number), caller.actor()));
    }

    private Transfer mine(Caller caller, String number) {
        return own(caller).stream()
                .filter(each -> each.number().equals(number))
                .findFirst()
                .orElseThrow(TransferFiles::unknown);
    }

    private List<Transfer> own(Caller caller) {
        caller.require(Role.CITIZEN);
        return transfers.ofPersons(register.idsOf(caller.requirePersonId())).reversed();
    }

    private TransferView view(Transfer transfer) {
        return TransferView.own(transfer, clock.today());
    }
}
