package org.nxsi.pension.returned;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.Topics;
import org.nxsi.pension.beneficiary.Beneficiaries;
import org.nxsi.pension.beneficiary.Beneficiary;
import org.nxsi.pension.partner.PartnerBanks;
import org.nxsi.pension.returned.ReturnedPayment.State;
import org.nxsi.platform.events.OutboxEvent;
import org.nxsi.platform.identity.Masking;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.Role;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A clerk proposes where a returned payment goes next; a reviewer who is another person approves it, or does not. */
@Component
class CorrectingAccount {

    /** Fact for other services: a payee has another account from now on. */
    static final String CORRECTED = "pension.payee-account-corrected";

    private static final int MOST_REFUSALS = 100;
    private static final int LONGEST_REASON = 200;

    private final ReturnedPayments returned;
    private final Beneficiaries beneficiaries;
    private final PartnerBanks banks;
    private final JsonMapper json;

    CorrectingAccount(ReturnedPayments returned, Beneficiaries beneficiaries, PartnerBanks banks, JsonMapper json) {
        this.returned = returned;
        this.beneficiaries = beneficiaries;
        this.banks = banks;
        this.json = json;
    }

    /** @throws org.nxsi.platform.web.ProblemException 400 for a wrong account, 409 unless it is OPEN */
    ReturnedPayment propose(Caller caller, ReturnedPayment payment, CorrectionRule.Wanted wanted) {
        caller.require(Role.CLERK);
        Beneficiary payee = beneficiaries.byId(Beneficiary.idOf(payment.payee(), payment.scheme()));
        CorrectionRule.Fault fault = CorrectionRule.fault(
                wanted,
                payment.account(),
                payment.reason(),
                payee == null ? "" : payee.name(),
                bank -> banks.find(bank).isPresent());
        if (fault != null) {
            throw Problem.badRequest(fault.code(), fault.field(), fault.detail())
                    .exception();
        }
        if (payment.refusals().size() >= MOST_REFUSALS) {
            throw Problem.conflict("too-many-proposals", MOST_REFUSALS + " proposals were refused: let ops look at it")
                    .exception();
        }
        ReturnedPayment.Proposal proposal = new ReturnedPayment.Proposal(
                payment.refusals().size() + 1,
                wanted.isSameAccount(),
                CorrectionRule.account(wanted, payment.account()),
                wanted.holderReason(),
                wanted.note(),
                caller.actor(),
                now());
        ReturnedPayment proposed = returned.move(
                payment.id(),
                State.OPEN,
                exists("refusals." + payment.refusals().size(), false),
                State.PROPOSED,
                set("proposal", proposal),
                List.of());
        return unlessElsewhere(proposed, payment, State.OPEN);
    }

    /**
     * @param number the proposal that the reviewer has seen; null for the one that stands
     * @throws org.nxsi.platform.web.ProblemException 403 for the person who proposed it, 409 unless it is PROPOSED
     */
    ReturnedPayment approve(Caller caller, ReturnedPayment payment, @Nullable Integer number) {
        ReturnedPayment.Proposal proposal = proposalFor(caller, payment, number);
        ReturnedPayment.Decision decision = new ReturnedPayment.Decision(caller.actor(), now());
        ReturnedPayment ready = returned.move(
                payment.id(),
                State.PROPOSED,
                eq("proposal.number", proposal.number()),
                State.READY,
                set("decision", decision),
                proposal.sameAccount() ? List.of() : told(payment, proposal));
        return unlessElsewhere(ready, payment, State.PROPOSED);
    }

    ReturnedPayment reject(Caller caller, ReturnedPayment payment, @Nullable Integer number, @Nullable String reason) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw Problem.badRequest("missing-field", "reason", "why? 1 to " + LONGEST_REASON + " characters")
                    .exception();
        }
        ReturnedPayment.Proposal proposal = proposalFor(caller, payment, number);
        ReturnedPayment open = returned.move(
                payment.id(),
                State.PROPOSED,
                eq("proposal.number", proposal.number()),
                State.OPEN,
                combine(
                        push("refusals", new ReturnedPayment.Refusal(proposal, caller.actor(), now(), reason.strip())),
                        unset("proposal")),
                List.of());
        return unlessElsewhere(open, payment, State.PROPOSED);
    }

    private ReturnedPayment.Proposal proposalFor(Caller caller, ReturnedPayment payment, @Nullable Integer number) {
        caller.require(Role.REVIEWER);
        ReturnedPayment.Proposal proposal = payment.proposal();
        if (proposal == null || payment.state() != State.PROPOSED) {
            throw elsewhere(payment, State.PROPOSED);
        }
        if (number != null && number != proposal.number()) {
            throw Problem.conflict("proposal-replaced", "proposal " + proposal.number() + " stands now; look again")
                    .with("proposal", proposal.number())
                    .exception();
        }
        if (caller.actor().equals(proposal.by())) {
            throw Problem.forbidden("same-person", "who proposed the correction cannot decide on it")
                    .exception();
        }
        return proposal;
    }

    /** One message makes an instance change the beneficiary, the other tells the world. */
    private List<OutboxEvent> told(ReturnedPayment payment, ReturnedPayment.Proposal proposal) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("returnedPayment", payment.endToEndId());
        data.put("payee", payment.payee());
        data.put("scheme", payment.scheme().code());
        data.put("bank", proposal.account().bank());
        data.put("account", Masking.bankAccount(proposal.account().number()));
        List<OutboxEvent> told = new ArrayList<>();
        told.add(event(ChangingPayeeAccount.TO_CHANGE, Topics.WORK, payment, "{}"));
        told.add(event(CORRECTED, Topics.EVENTS, payment, json.writeValueAsString(data)));
        return told;
    }

    private static OutboxEvent event(String type, String topic, ReturnedPayment payment, String data) {
        return new OutboxEvent(
                type + "/" + payment.id(), topic, payment.payee(), type, payment.id(), 1, Instant.now(), data);
    }

    private ReturnedPayment unlessElsewhere(@Nullable ReturnedPayment moved, ReturnedPayment seen, State expected) {
        if (moved == null) {
            ReturnedPayment now = returned.byId(seen.id());
            throw elsewhere(now == null ? seen : now, expected);
        }
        return moved;
    }

    private static RuntimeException elsewhere(ReturnedPayment payment, State expected) {
        return Problem.conflict(
                        "returned-payment-not-there", "it is " + payment.state() + ", this step needs " + expected)
                .with("state", payment.state())
                .exception();
    }

    /** As exact as the store keeps it. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
