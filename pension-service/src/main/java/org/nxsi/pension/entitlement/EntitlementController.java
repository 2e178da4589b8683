package org.nxsi.pension.entitlement;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.beneficiary.Beneficiaries;
import org.nxsi.pension.beneficiary.Beneficiary;
import org.nxsi.pension.beneficiary.BeneficiaryStatus;
import org.nxsi.pension.beneficiary.BenefitComponents;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Problem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A person asks about the own benefit; the token alone tells whose. */
@RestController
@RequestMapping("/v1/persons/me")
class EntitlementController {

    private static final int MOST_MONTHS = 24;
    private static final int USUAL_MONTHS = 12;

    private final Beneficiaries beneficiaries;
    private final PaymentHistory payments;
    private final Decisions decisions;
    private final BusinessClock clock;

    EntitlementController(
            Beneficiaries beneficiaries, PaymentHistory payments, Decisions decisions, BusinessClock clock) {
        this.beneficiaries = beneficiaries;
        this.payments = payments;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** 定期待遇构成. @param month this month unless given */
    @GetMapping("/periodic-benefit-composition")
    PersonBenefits.Composition composition(Caller caller, @RequestParam @Nullable String month) {
        Month asked = month == null ? clock.month() : month("month", month);
        List<PersonBenefits.Parts> benefits = beneficiaries.ofPayee(caller.requirePerson()).stream()
                .filter(beneficiary -> beneficiary.status() != BeneficiaryStatus.STOPPED)
                .filter(beneficiary -> !beneficiary.entitledFrom().isAfter(asked))
                .map(EntitlementController::parts)
                .toList();
        Fen total = benefits.stream().map(PersonBenefits.Parts::total).reduce(Fen.ZERO, Fen::plus);
        return new PersonBenefits.Composition(asked, benefits, total);
    }

    /** 定期待遇审批. */
    @GetMapping("/periodic-benefit-approval")
    PersonBenefits.Approval approval(Caller caller) {
        return new PersonBenefits.Approval(beneficiaries.ofPayee(caller.requirePerson()).stream()
                .map(beneficiary -> decisions.of(beneficiary, clock.today()))
                .toList());
    }

    /** 定期待遇发放. The last twelve months unless told otherwise, never more than 24. */
    @GetMapping("/periodic-benefit-payments")
    PersonBenefits.Payments periodic(
            Caller caller, @RequestParam @Nullable String from, @RequestParam @Nullable String to) {
        return payments(caller, from, to, PaymentLine::isPeriodic);
    }

    /** 一次性待遇发放. The last twelve months unless told otherwise, never more than 24. */
    @GetMapping("/lump-sum-payments")
    PersonBenefits.Payments lumpSum(
            Caller caller, @RequestParam @Nullable String from, @RequestParam @Nullable String to) {
        return payments(caller, from, to, line -> !line.isPeriodic());
    }

    private PersonBenefits.Payments payments(
            Caller caller, @Nullable String from, @Nullable String to, Predicate<PaymentLine> wanted) {
        String payee = caller.requirePerson();
        Month last = to == null ? clock.month() : month("to", to);
        Month first = from == null ? last.plus(1 - USUAL_MONTHS) : month("from", from);
        if (first.isAfter(last)) {
            throw Problem.badRequest("invalid-parameter", "from", "from is not after to")
                    .exception();
        }
        if (first.until(last) >= MOST_MONTHS) {
            throw Problem.badRequest("range-too-long", "from", "at most " + MOST_MONTHS + " months at once")
                    .exception();
        }
        return new PersonBenefits.Payments(
                first,
                last,
                payments.of(payee, first, last).stream().filter(wanted).toList());
    }

    private static Month month(String parameter, String text) {
        try {
            return Month.parse(text);
        } catch (IllegalArgumentException notAMonth) {
            throw Problem.badRequest("invalid-parameter", parameter, "a month is written 2020-03")
                    .exception();
        }
    }

    private static PersonBenefits.Parts parts(Beneficiary beneficiary) {
        BenefitComponents parts = beneficiary.components();
        return new PersonBenefits.Parts(
                beneficiary.scheme(),
                beneficiary.scheme().title(),
                parts.basic(),
                parts.personalAccount(),
                parts.transitional(),
                parts.subsidy(),
                parts.total(),
                Clauses.ofComposition(beneficiary.scheme()));
    }
}
