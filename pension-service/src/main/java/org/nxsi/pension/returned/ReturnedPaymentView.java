package org.nxsi.pension.returned;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.beneficiary.PayeeAccount;
import org.nxsi.pension.beneficiary.Scheme;
import org.nxsi.platform.identity.Masking;
import org.nxsi.platform.money.Fen;

/**
 * A returned payment as staff see it.
 *
 * @param id its end-to-end id
 * @param obligation key of the returned instruction
 */
record ReturnedPaymentView(
        String id,
        String obligation,
        String first,
        int attempt,
        String payee,
        Scheme scheme,
        String month,
        String run,
        String area,
        String bank,
        String account,
        String holder,
        Fen amount,
        String reason,
        String reasonText,
        LocalDate returnedOn,
        ReturnedPayment.State state,
        @Nullable ProposalView proposal,
        ReturnedPayment.@Nullable Decision decision,
        List<RefusalView> refusals,
        @Nullable ReplacedView replaced,
        @Nullable String reissue,
        @Nullable String reissueRun) {

    record ProposalView(
            int number,
            boolean sameAccount,
            String bank,
            String account,
            String holder,
            @Nullable String holderReason,
            @Nullable String note,
            String by,
            Instant at) {}

    record RefusalView(ProposalView proposal, String by, Instant at, String reason) {}

    /** The beneficiary's account before the correction. */
    record ReplacedView(String bank, String account, long version) {}

    /** How accounts are shown: as they are, or masked. */
    @FunctionalInterface
    interface Shown {
        PayeeAccount of(PayeeAccount account);
    }

    static ReturnedPaymentView masked(ReturnedPayment payment) {
        return of(
                payment,
                account -> new PayeeAccount(
                        account.bank(), Masking.bankAccount(account.number()), Masking.name(account.holder())));
    }

    static ReturnedPaymentView full(ReturnedPayment payment) {
        return of(payment, account -> account);
    }

    private static ReturnedPaymentView of(ReturnedPayment payment, Shown shown) {
        PayeeAccount account = shown.of(payment.account());
        ReturnedPayment.Proposal proposal = payment.proposal();
        ReturnedPayment.Replaced replaced = payment.replaced();
        return new ReturnedPaymentView(
                payment.endToEndId(),
                payment.id(),
                payment.first(),
                payment.attempt(),
                payment.payee(),
                payment.scheme(),
                payment.slot(),
                payment.run(),
                payment.area(),
                account.bank(),
                account.number(),
                account.holder(),
                payment.amount(),
                payment.reason(),
                ReturnReason.textOf(payment.reason()),
                payment.returnedOn(),
                payment.state(),
                proposal == null ? null : proposal(proposal, shown),
                payment.decision(),
                payment.refusals().stream()
                        .map(each ->
                                new RefusalView(proposal(each.proposal(), shown), each.by(), each.at(), each.reason()))
                        .toList(),
                replaced == null ? null : replaced(replaced, shown),
                payment.reissueRun() == null ? null : payment.reissue(),
                payment.reissueRun());
    }

    private static ProposalView proposal(ReturnedPayment.Proposal proposal, Shown shown) {
        PayeeAccount account = shown.of(proposal.account());
        return new ProposalView(
                proposal.number(),
                proposal.sameAccount(),
                account.bank(),
                account.number(),
                account.holder(),
                proposal.holderReason(),
                proposal.note(),
                proposal.by(),
                proposal.at());
    }

    private static ReplacedView replaced(ReturnedPayment.Replaced replaced, Shown shown) {
        PayeeAccount account = shown.of(replaced.account());
        return new ReplacedView(account.bank(), account.number(), replaced.version());
    }
}
