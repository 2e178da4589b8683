package org.nxsi.pension.returned;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.beneficiary.StaffArea;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Page;
import org.nxsi.platform.web.PageRequest;
import org.nxsi.platform.web.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The correction list, each member of staff in the own area; a payment is named by its end-to-end id. */
@RestController
@RequestMapping("/admin/v1/returned-payments")
class ReturnedPaymentController {

    private static final Logger audit = LoggerFactory.getLogger("nxsi.audit");
    private static final int SHORTEST_PURPOSE = 2;
    private static final int LONGEST_PURPOSE = 200;

    private final ReturnedPayments returned;
    private final CorrectingAccount correcting;

    ReturnedPaymentController(ReturnedPayments returned, CorrectingAccount correcting) {
        this.returned = returned;
        this.correcting = correcting;
    }

    /** @param proposal number of the proposal that was looked at; the standing one if absent */
    record Approved(@Nullable Integer proposal) {}

    record Rejected(@Nullable Integer proposal, @Nullable String reason) {}

    @GetMapping
    Page<ReturnedPaymentView> list(
            Caller caller,
            @RequestParam @Nullable String state,
            @RequestParam @Nullable String month,
            @RequestParam @Nullable String bank,
            @RequestParam @Nullable String reason,
            PageRequest request) {
        Collection<String> areas = StaffArea.of(caller).areas();
        ReturnedPayments.Wanted wanted = new ReturnedPayments.Wanted(state(state), month, bank, reason);
        return Page.of(returned.page(wanted, areas, request.after(), request.limit() + 1), request, ReturnedPayment::id)
                .map(ReturnedPaymentView::masked);
    }

    /** Accounts and holders are masked, unless a purpose is given; who saw them in full, and what for, is logged. */
    @GetMapping("/{id}")
    ReturnedPaymentView one(Caller caller, @PathVariable String id, @RequestParam @Nullable String purpose) {
        ReturnedPayment payment = found(caller, id);
        if (purpose == null) {
            return ReturnedPaymentView.masked(payment);
        }
        audit.info("full data of returned payment {} shown to {} for: {}", id, caller.subject(), written(purpose));
        return ReturnedPaymentView.full(payment);
    }

    @PostMapping("/{id}/account-correction")
    ReturnedPaymentView propose(Caller caller, @PathVariable String id, @RequestBody CorrectionRule.Wanted wanted) {
        return ReturnedPaymentView.masked(correcting.propose(caller, found(caller, id), wanted));
    }

    @PostMapping("/{id}/approval")
    ReturnedPaymentView approve(Caller caller, @PathVariable String id, @RequestBody Approved approved) {
        return ReturnedPaymentView.masked(correcting.approve(caller, found(caller, id), approved.proposal()));
    }

    @PostMapping("/{id}/rejection")
    ReturnedPaymentView reject(Caller caller, @PathVariable String id, @RequestBody Rejected rejected) {
        return ReturnedPaymentView.masked(
                correcting.reject(caller, found(caller, id), rejected.proposal(), rejected.reason()));
    }

    private ReturnedPayment found(Caller caller, String id) {
        StaffArea staff = StaffArea.of(caller);
        ReturnedPayment payment = returned.byEndToEndId(id);
        if (payment == null || !staff.covers(payment.area())) {
            throw Problem.notFound("returned-payment-unknown", "no returned payment of this name in your area")
                    .exception();
        }
        return payment;
    }

    private static ReturnedPayment.@Nullable State state(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return ReturnedPayment.State.valueOf(text);
        } catch (IllegalArgumentException notAState) {
            throw Problem.badRequest("invalid-parameter", "state", "OPEN, PROPOSED, READY or REISSUED")
                    .exception();
        }
    }

    private static String written(String purpose) {
        String text = purpose.strip();
        if (text.length() < SHORTEST_PURPOSE
                || text.length() > LONGEST_PURPOSE
                || text.chars().anyMatch(Character::isISOControl)) {
            throw Problem.badRequest("invalid-parameter", "purpose", "the purpose is one line of 2 to 200 characters")
                    .exception();
        }
        return text;
    }
}
