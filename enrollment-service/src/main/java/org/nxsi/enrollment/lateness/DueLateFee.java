package org.nxsi.enrollment.lateness;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.policy.PolicyVersion;

/**
 * The late fee of a due, with everything that it rests on.
 *
 * @param paidOn the day that was asked about, for what is not paid yet
 * @param deadline last day of making up; null while it is not known, or it was not put off
 * @param fee of all payments
 * @param feePaid what was paid of it so far
 */
public record DueLateFee(
        String due,
        Scheme scheme,
        Month month,
        Fen assessed,
        LocalDate dueDate,
        LocalDate paidOn,
        @Nullable LocalDate deadline,
        List<OfPayment> payments,
        Fen fee,
        Fen feePaid,
        String clause) {

    static final String CLAUSE = "社会保险法 第八十六条";

    public DueLateFee {
        payments = List.copyOf(payments);
    }

    /**
     * One payment, or what is left.
     *
     * @param paid whether it was paid; false for what is left
     * @param ground which rules it is under
     * @param days that are counted
     * @param waiver the policy that takes or waives the fee in the window; null outside of it
     */
    public record OfPayment(
            Fen amount,
            LocalDate on,
            boolean paid,
            String ground,
            long days,
            List<LateFee.Stretch> stretches,
            @Nullable PolicyVersion waiver,
            Fen fee) {

        static OfPayment of(LateFee fee, boolean paid, Ground ground, @Nullable PolicyVersion waiver) {
            return new OfPayment(
                    fee.base(), fee.paidOn(), paid, ground.name(), fee.days(), fee.stretches(), waiver, fee.fee());
        }
    }
}
