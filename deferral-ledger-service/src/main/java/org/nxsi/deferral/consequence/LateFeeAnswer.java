package org.nxsi.deferral.consequence;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.deferral.ledger.Arrangement;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.policy.PolicyVersion;

/**
 * The late fee of an entry or a postponed month, with everything that it rests on.
 *
 * @param paidOn the day that was asked about, for what is not paid yet
 * @param deadline last day of making up; null while it is not known, or where the arrangement has none
 * @param fee of all schemes
 */
record LateFeeAnswer(
        @Nullable String entry,
        @Nullable String postponement,
        Arrangement arrangement,
        LocalDate paidOn,
        @Nullable LocalDate deadline,
        List<OfScheme> schemes,
        Fen fee,
        String clause) {

    static final String CLAUSE = "社会保险法 第八十六条";

    record OfScheme(String scheme, Fen amount, LocalDate dueDate, List<OfPayment> payments, Fen fee) {

        static OfScheme of(String scheme, Fen amount, LocalDate dueDate, List<OfPayment> payments) {
            return new OfScheme(
                    scheme,
                    amount,
                    dueDate,
                    payments,
                    total(payments.stream().map(OfPayment::fee).toList()));
        }
    }

    /**
     * @param paid whether it was paid; false for what is left
     * @param ground which rules it is under
     * @param days that are counted
     * @param waiver the policy that takes or waives the fee in the window; null outside of it
     */
    record OfPayment(
            Fen amount,
            LocalDate on,
            boolean paid,
            Ground ground,
            long days,
            List<LateFee.Stretch> stretches,
            @Nullable PolicyVersion waiver,
            Fen fee) {

        static OfPayment of(LateFee fee, boolean paid, Ground ground, @Nullable PolicyVersion waiver) {
            return new OfPayment(
                    fee.base(), fee.paidOn(), paid, ground, fee.days(), fee.stretches(), waiver, fee.fee());
        }
    }

    static LateFeeAnswer ofEntry(String entry, LocalDate paidOn, @Nullable LocalDate deadline, List<OfScheme> schemes) {
        return new LateFeeAnswer(
                entry, null, Arrangement.DEFERRAL, paidOn, deadline, schemes, total(fees(schemes)), CLAUSE);
    }

    static LateFeeAnswer ofPostponement(String postponement, LocalDate paidOn, OfScheme scheme) {
        return new LateFeeAnswer(
                null, postponement, Arrangement.POSTPONEMENT, paidOn, null, List.of(scheme), scheme.fee(), CLAUSE);
    }

    private static List<Fen> fees(List<OfScheme> schemes) {
        return schemes.stream().map(OfScheme::fee).toList();
    }

    private static Fen total(List<Fen> fees) {
        return fees.stream().reduce(Fen.ZERO, Fen::plus);
    }
}
