package org.nxsi.deferral.consequence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.deferral.consequence.LateFeeAnswer.OfPayment;
import org.nxsi.deferral.consequence.LateFeeAnswer.OfScheme;
import org.nxsi.deferral.ledger.Deadline;
import org.nxsi.deferral.ledger.Entry;
import org.nxsi.deferral.ledger.State;
import org.nxsi.deferral.postponement.Postponement;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.policy.PolicyData;
import org.nxsi.platform.policy.PolicyUnknown;
import org.nxsi.platform.policy.PolicyValue;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;
import org.springframework.stereotype.Component;

/** Answers what the late fee is, each payment under the rules of its own day, or refuses and says what is missing. */
@Component
class ReckoningLateFee {

    private final PolicyData policies;

    ReckoningLateFee(PolicyData policies) {
        this.policies = policies;
    }

    /**
     * @param paidOn for what is not paid yet
     * @throws ProblemException 409 {@code nothing-to-pay}, {@code entry-withdrawn}, {@code amount-unknown}, or
     *     {@code decision-required} for what comes after the deadline while no two people have decided
     * @throws PolicyUnknown where the document that waives the fee or not is not there
     */
    LateFeeAnswer of(Entry entry, LocalDate paidOn) {
        if (!entry.kind().isPaid()) {
            throw Problem.conflict("nothing-to-pay", entry.kind().title() + "不涉及缴费，没有滞纳金")
                    .exception();
        }
        if (entry.state() == State.WITHDRAWN) {
            throw Problem.conflict("entry-withdrawn", "the entry was withdrawn").exception();
        }
        List<OfScheme> schemes =
                Owed.of(entry).stream().map(each -> of(entry, each, paidOn)).toList();
        return LateFeeAnswer.ofEntry(entry.id(), paidOn, entry.deadline(), schemes);
    }

    /** A postponed month: no fee while the postponement runs, the usual rate after it. */
    LateFeeAnswer of(Postponement postponement, String scheme, Fen amount, LocalDate dueDate, LocalDate paidOn) {
        PolicyRates rates = new PolicyRates(policies, AreaCode.parse(postponement.area()), scheme);
        LocalDate last = postponement.lastDay();
        LateFee fee = LateFee.of(amount, dueDate, paidOn, day -> rates.postponedUntil(last, day));
        Ground ground = paidOn.isAfter(dueDate) ? Ground.POSTPONED : Ground.NOT_LATE;
        return LateFeeAnswer.ofPostponement(
                postponement.id(),
                paidOn,
                OfScheme.of(scheme, amount, dueDate, List.of(OfPayment.of(fee, false, ground, null))));
    }

    private OfScheme of(Entry entry, Owed owed, LocalDate paidOn) {
        Fen amount = owed.amount();
        if (amount == null) {
            throw Problem.conflict("amount-unknown", "scheme " + owed.scheme() + " is not assessed yet")
                    .with("scheme", owed.scheme())
                    .exception();
        }
        List<OfPayment> payments = new ArrayList<>();
        owed.payments().forEach(each -> payments.add(of(entry, owed, each.amount(), each.on(), true)));
        if (owed.left().isPositive()) {
            payments.add(of(entry, owed, owed.left(), paidOn, false));
        }
        return OfScheme.of(owed.scheme(), amount, owed.dueDate(), payments);
    }

    private OfPayment of(Entry entry, Owed owed, Fen amount, LocalDate on, boolean paid) {
        PolicyRates rates = new PolicyRates(policies, AreaCode.parse(entry.area()), owed.scheme());
        Ground ground = Ground.of(owed.dueDate(), entry.deadline(), on, entry.normalRules());
        return switch (ground) {
            case NOT_LATE, NORMAL_RULES, POSTPONED ->
                OfPayment.of(LateFee.of(amount, owed.dueDate(), on, rates::on), paid, ground, null);
            case IN_WINDOW -> {
                PolicyValue waiver = rates.waiver(owed.dueDate());
                LateFee fee = waiver.flag()
                        ? LateFee.waived(amount, owed.dueDate(), on)
                        : LateFee.of(amount, owed.dueDate(), on, rates::on);
                yield OfPayment.of(fee, paid, ground, waiver.version());
            }
            case UNDECIDED -> throw undecided(entry.deadline(), on);
        };
    }

    private static ProblemException undecided(@Nullable LocalDate deadline, LocalDate on) {
        return Problem.conflict(
                        "decision-required",
                        "paid on " + on + ", after the last day " + deadline
                                + ": whether the normal rules apply is decided by two people first")
                .under(Deadline.CLAUSE)
                .with("deadline", String.valueOf(deadline))
                .exception();
    }
}
