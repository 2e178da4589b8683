package org.nxsi.enrollment.lateness;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.collection.Due;
import org.nxsi.enrollment.lateness.DueLateFee.OfPayment;
import org.nxsi.platform.emergency.EmergencyPeriods;
import org.nxsi.platform.emergency.PeriodsNotRead;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.policy.PolicyData;
import org.nxsi.platform.policy.PolicyUnknown;
import org.nxsi.platform.policy.PolicyValue;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;
import org.springframework.stereotype.Component;

/**
 * Reckons what being late costs (社会保险法 第八十六条), each payment under the rules of its own day, or refuses and says what
 * is missing. Nothing is assessed by asking.
 */
@Component
public class LateFees {

    private static final String DAILY = "late_fee.daily_rate";
    private static final String WAIVED = "emergency.late_fee_waived";

    private final PolicyData policies;
    private final EmergencyPeriods periods;

    LateFees(PolicyData policies, EmergencyPeriods periods) {
        this.policies = policies;
        this.periods = periods;
    }

    /**
     * The fee so far.
     *
     * @param fee null if it is not known
     * @param missing code of what is missing, such as {@code policy-unknown}; null if nothing is
     * @param detail for people; null if nothing is missing
     * @param document that would tell; null if nothing is missing, or not even that is on record
     */
    public record SoFar(
            @Nullable Fen fee,
            @Nullable String missing,
            @Nullable String detail,
            @Nullable String document) {}

    /**
     * The fee, were the rest paid on a day.
     *
     * @throws ProblemException 409 {@code amount-unknown} before it is assessed; {@code decision-required} for what comes
     *     after the deadline while no two people have decided
     * @throws PolicyUnknown where the document that waives the fee or not is not there
     * @throws PeriodsNotRead until the emergency periods are known
     */
    public DueLateFee of(Due due, LocalDate paidOn) {
        Fen assessed = due.assessed();
        LocalDate dueDate = due.dueDate();
        if (assessed == null || dueDate == null) {
            throw Problem.conflict("amount-unknown", "it is not assessed yet what is owed for " + due.id())
                    .exception();
        }
        boolean putOff = due.isPutOff() || periods.inForce(due.area(), dueDate).isPresent();
        List<OfPayment> payments = new ArrayList<>();
        PaidShare.of(due).forEach(each -> payments.add(of(due, dueDate, putOff, each, true)));
        if (due.unpaid().isPositive()) {
            payments.add(of(due, dueDate, putOff, new PaidShare(due.unpaid(), paidOn), false));
        }
        return new DueLateFee(
                due.id(),
                due.scheme(),
                due.month(),
                assessed,
                dueDate,
                paidOn,
                due.deadline(),
                payments,
                payments.stream().map(OfPayment::fee).reduce(Fen.ZERO, Fen::plus),
                due.arrival().lateFees(),
                DueLateFee.CLAUSE);
    }

    /** The same in short, for lists: what is missing stands there instead of the fee. */
    public SoFar soFar(Due due, LocalDate today) {
        try {
            return due.assessed() == null
                    ? new SoFar(Fen.ZERO, null, null, null)
                    : new SoFar(of(due, today).fee(), null, null, null);
        } catch (PolicyUnknown unknown) {
            return new SoFar(null, unknown.code(), unknown.getMessage(), unknown.missing());
        } catch (ProblemException refused) {
            return new SoFar(null, refused.problem().code(), refused.problem().detail(), null);
        }
    }

    private OfPayment of(Due due, LocalDate dueDate, boolean putOff, PaidShare share, boolean paid) {
        Ground ground = Ground.of(dueDate, putOff, due.deadline(), share.on(), due.normalRules());
        return switch (ground) {
            case NOT_LATE, NORMAL, NORMAL_RULES -> OfPayment.of(fee(due, dueDate, share), paid, ground, null);
            case IN_WINDOW -> {
                PolicyValue waiver =
                        policies.find(WAIVED, due.area(), due.scheme().code(), dueDate);
                LateFee fee =
                        waiver.flag() ? LateFee.waived(share.amount(), dueDate, share.on()) : fee(due, dueDate, share);
                yield OfPayment.of(fee, paid, ground, waiver.version());
            }
            case UNDECIDED -> throw undecided(due, share.on());
        };
    }

    private LateFee fee(Due due, LocalDate dueDate, PaidShare share) {
        return LateFee.of(share.amount(), dueDate, share.on(), day -> {
            PolicyValue rate = policies.find(DAILY, due.area(), due.scheme().code(), day);
            return new LateFee.Rate(rate.decimal(), rate.version());
        });
    }

    private static ProblemException undecided(Due due, LocalDate on) {
        return Problem.conflict(
                        "decision-required",
                        "paid on " + on + ", after the last day " + due.deadline()
                                + ": whether the normal rules apply is decided by two people in the deferral ledger")
                .under(ToldLines.CLAUSE)
                .with("deadline", String.valueOf(due.deadline()))
                .with("ledgerEntry", String.valueOf(due.ledgerEntry()))
                .exception();
    }
}
