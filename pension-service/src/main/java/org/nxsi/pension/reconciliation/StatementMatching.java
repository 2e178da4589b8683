package org.nxsi.pension.reconciliation;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.nxsi.pension.difference.Differences;
import org.nxsi.pension.difference.Finding;
import org.nxsi.pension.difference.Kind;
import org.nxsi.pension.fund.FundBooks;
import org.nxsi.pension.instruction.Instructions;
import org.nxsi.pension.partner.PartnerBank;
import org.nxsi.pension.partner.ReadingStatement;
import org.nxsi.pension.payment.Batch;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.partner.AccountStatement;
import org.springframework.stereotype.Component;

/** Holds one bank's statements of the days on which it booked a run against our instructions and books. */
@Component
public class StatementMatching {

    private final ReadingStatement reading;
    private final Instructions instructions;
    private final FundBooks books;
    private final Differences differences;
    private final AskingAboutFindings asking;

    StatementMatching(
            ReadingStatement reading,
            Instructions instructions,
            FundBooks books,
            Differences differences,
            AskingAboutFindings asking) {
        this.reading = reading;
        this.instructions = instructions;
        this.books = books;
        this.differences = differences;
        this.asking = asking;
    }

    /**
     * What the bank's statements say of a run.
     *
     * @param payments entries that credit payees, and their sum
     * @param returns entries that come back, and their sum
     * @param differences how many were found; each is named among the differences
     */
    public record Result(long payments, Fen paymentsAmount, long returns, Fen returnsAmount, long differences) {}

    /** Whether every one of so many differences was named; too many to name is no state to go on from. */
    public static boolean areNamed(long differences) {
        return differences <= Matching.MOST_FINDINGS;
    }

    /**
     * Matches and notes what differs.
     *
     * @param batches all of the run's batches at this bank
     * @param compareBalance whether nothing else is under way, so that statement and books must agree on the balance
     */
    public Result match(String run, PartnerBank bank, List<Batch> batches, boolean compareBalance) {
        String scope = run + "/" + bank.code();
        Matching matching = new Matching(bank.code(), scope, null, batches, batch -> instructions.ofBatch(batch.id()));
        EntrySums sums = new EntrySums();
        TreeSet<LocalDate> days = new TreeSet<>();
        batches.forEach(batch -> days.addAll(batch.bookedOn()));
        bank.payoutAccounts().forEach((scheme, account) -> {
            AccountStatement last = null;
            for (LocalDate day : days) {
                last = reading.read(bank.code(), account, day, page -> take(run, page, matching, sums));
            }
            if (compareBalance && last != null && !books.hasMovedSince(last.date(), bank.code())) {
                Fen ours = books.payoutBalance(books.trialBalance(null), scheme, bank.code());
                if (!ours.equals(last.closing())) {
                    matching.find(balance(run, bank, account, ours, last, scope));
                }
            }
        });
        matching.conclude();
        note(run, bank.code(), matching);
        return new Result(
                sums.payments(),
                sums.paymentsAmount(),
                sums.returns(),
                sums.returnsAmount(),
                matching.findings().size() + matching.unnamed());
    }

    private static void take(String run, AccountStatement page, Matching matching, EntrySums sums) {
        page.entries().stream()
                .filter(entry ->
                        entry.payment() != null && entry.payment().block().startsWith(run + "/"))
                .forEach(entry -> {
                    sums.add(entry);
                    matching.take(entry);
                });
        matching.compareFull();
    }

    private void note(String run, String bank, Matching matching) {
        String scope = "statements of run " + run + "/" + bank;
        if (matching.unnamed() == 0) {
            differences.seenOfRun(scope, matching.findings(), run, bank);
        } else {
            differences.add(scope, matching.findings());
        }
        asking.ask(matching.findings());
    }

    private static Finding balance(
            String run, PartnerBank bank, String account, Fen ours, AccountStatement last, String source) {
        return new Finding(
                bank.code(),
                Kind.BALANCE,
                "CLOSING",
                run,
                null,
                account,
                ours,
                last.closing(),
                last.date(),
                null,
                source);
    }
}
