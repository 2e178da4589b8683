package org.nxsi.pension.disbursement;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.nxsi.pension.payment.Batch;
import org.nxsi.platform.money.Fen;

/**
 * Complete, or named: entitled = paid + returned + unknown + withheld + exceptions, in persons and in fen. All of it are sums over
 * what is stored per batch and per slice.
 *
 * @param payees beneficiaries at the cut-off
 * @param notDue of them not entitled in this month
 * @param unknown released and without a final word
 * @param withheld stopped after approval: approved = released + withheld
 * @param waiting calculated, but not released yet
 * @param onCorrectionList returned ones that the correction list has, whatever became of them since
 * @param fundBooksBalanced whether the books balance and agree with the instructions, see {@link BooksAgree}
 */
record RunReport(
        String run,
        RunStatus status,
        long payees,
        long notDue,
        long entitled,
        Fen entitledAmount,
        long paid,
        Fen paidAmount,
        long returned,
        Fen returnedAmount,
        long unknown,
        Fen unknownAmount,
        long exceptions,
        Fen exceptionsAmount,
        long withheld,
        Fen withheldAmount,
        long waiting,
        Fen waitingAmount,
        long onCorrectionList,
        boolean fundBooksBalanced) {

    static RunReport of(
            Run run, Run.ControlTotals control, List<Batch> batches, long onCorrectionList, boolean fundBooksBalanced) {
        List<Batch> waiting = batches.stream().filter(RunReport::isWaiting).toList();
        List<Batch> released =
                batches.stream().filter(batch -> !isWaiting(batch)).toList();
        return new RunReport(
                run.id(),
                run.status(),
                run.beneficiaries(),
                control.notDue(),
                control.entitled(),
                control.entitledAmount(),
                count(released, Batch::paid),
                sum(released, Batch::paidAmount),
                count(released, Batch::returned),
                sum(released, Batch::returnedAmount),
                count(released, Batch::unknown),
                sum(released, Batch::unknownAmount),
                control.exceptions(),
                control.exceptionsAmount(),
                count(batches, Batch::withheld),
                sum(batches, Batch::withheldAmount),
                count(waiting, Batch::payable),
                sum(waiting, Batch::payableAmount),
                onCorrectionList,
                fundBooksBalanced);
    }

    /** Whether everybody is accounted for, in persons and in fen. */
    boolean isComplete() {
        return entitled == paid + returned + unknown + withheld + exceptions + waiting
                && entitledAmount.equals(paidAmount
                        .plus(returnedAmount)
                        .plus(unknownAmount)
                        .plus(withheldAmount)
                        .plus(exceptionsAmount)
                        .plus(waitingAmount));
    }

    /**
     * Whether it may be closed: everybody accounted for, nobody waiting or unknown, whoever came back on the correction
     * list, and the books agree.
     */
    boolean isFinal() {
        return isComplete() && fundBooksBalanced && unknown == 0 && waiting == 0 && onCorrectionList == returned;
    }

    private static boolean isWaiting(Batch batch) {
        return batch.releasedAt() == null;
    }

    private static long count(List<Batch> batches, ToIntFunction<Batch> of) {
        return batches.stream().mapToLong(of::applyAsInt).sum();
    }

    private static Fen sum(List<Batch> batches, Function<Batch, Fen> of) {
        return batches.stream().map(of).reduce(Fen.ZERO, Fen::plus);
    }
}
