package org.nxsi.pension.reconciliation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.nxsi.pension.fund.FundBooks;
import org.nxsi.pension.instruction.Instructions;
import org.nxsi.pension.partner.BankClient;
import org.nxsi.pension.partner.BankLines;
import org.nxsi.pension.partner.PartnerBank;
import org.nxsi.pension.partner.Passage;
import org.nxsi.pension.payment.Batch;
import org.nxsi.pension.payment.Difference;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.partner.AccountStatement;
import org.springframework.stereotype.Component;

/**
 * Holds one bank's statements of the days on which it booked a run against our instructions and books. Statements are
 * read page by page; a batch is compared and forgotten as soon as all its entries were seen, so memory stays bounded.
 */
@Component
public class StatementMatching {

    private static final int MOST_PAGES = 10_000;

    private final BankLines lines;
    private final BankClient client;
    private final Instructions instructions;
    private final FundBooks books;

    StatementMatching(BankLines lines, BankClient client, Instructions instructions, FundBooks books) {
        this.lines = lines;
        this.client = client;
        this.instructions = instructions;
        this.books = books;
    }

    /**
     * What the bank's statements say of a run.
     *
     * @param payments entries that credit payees, and their sum
     * @param returns entries that come back, and their sum
     */
    public record Result(
            long payments, Fen paymentsAmount, long returns, Fen returnsAmount, List<Difference> differences) {}

    /**
     * @param batches all of the run's batches at this bank
     * @param compareBalance whether nothing else is under way, so that statement and books must agree on the balance
     */
    public Result match(String run, PartnerBank bank, List<Batch> batches, boolean compareBalance) {
        Matching matching = new Matching(run, bank, batches);
        TreeSet<LocalDate> days = new TreeSet<>();
        batches.forEach(batch -> days.addAll(batch.bookedOn()));
        bank.payoutAccounts().forEach((scheme, account) -> {
            Fen closing = null;
            for (LocalDate day : days) {
                closing = matching.read(account, day);
            }
            if (compareBalance && closing != null) {
                Fen ours = books.payoutBalance(books.trialBalance(null), scheme, bank.code());
                if (!ours.equals(closing)) {
                    matching.differences.add(Difference.of(
                            bank.code(), Difference.Kind.BALANCE, null, account, ours, closing, run + "/" + account));
                }
            }
        });
        return matching.conclude();
    }

    private final class Matching {

        private final String run;
        private final PartnerBank bank;
        private final Map<String, BatchEntries> open = new HashMap<>();
        private final Set<String> compared = new HashSet<>();
        private final List<Difference> differences = new ArrayList<>();
        private long payments;
        private long returns;
        private Fen paymentsAmount = Fen.ZERO;
        private Fen returnsAmount = Fen.ZERO;

        Matching(String run, PartnerBank bank, List<Batch> batches) {
            this.run = run;
            this.bank = bank;
            batches.forEach(batch -> open.put(batch.id(), new BatchEntries(batch)));
        }

        /** @return the account's closing balance of the day */
        Fen read(String account, LocalDate day) {
            for (int page = 1; page <= MOST_PAGES; page++) {
                AccountStatement statement = page(account, day, page);
                statement.entries().forEach(this::take);
                compareFull();
                if (statement.lastPage()) {
                    return statement.closing();
                }
            }
            throw new IllegalStateException("statement of " + account + " has more than " + MOST_PAGES + " pages");
        }

        private AccountStatement page(String account, LocalDate day, int page) {
            try (Passage passage = lines.enter(bank.code())) {
                return client.statement(passage, account, day, page);
            }
        }

        private void take(AccountStatement.Entry entry) {
            AccountStatement.PaymentReference payment = entry.payment();
            if (payment == null || !payment.block().startsWith(run + "/")) {
                return;
            }
            count(entry);
            String batchId = payment.messageId()
                    .substring(0, Math.max(0, payment.messageId().lastIndexOf('-')));
            BatchEntries entries = open.get(batchId);
            if (entries == null) {
                differences.add(Difference.of(
                        bank.code(),
                        compared.contains(batchId) ? Difference.Kind.DUPLICATE : Difference.Kind.MISSING_HERE,
                        batchId,
                        payment.endToEndId(),
                        null,
                        entry.amount(),
                        run + "/" + entry.reference()));
                return;
            }
            entries.add(entry);
        }

        private void count(AccountStatement.Entry entry) {
            if (entry.kind() == AccountStatement.Kind.RETURN) {
                returns++;
                returnsAmount = returnsAmount.plus(entry.amount());
            } else {
                payments++;
                paymentsAmount = paymentsAmount.plus(entry.amount());
            }
        }

        private void compareFull() {
            List<BatchEntries> full =
                    open.values().stream().filter(BatchEntries::isFull).toList();
            full.forEach(entries -> {
                compare(entries);
                open.remove(entries.batch().id());
                compared.add(entries.batch().id());
            });
        }

        private void compare(BatchEntries entries) {
            differences.addAll(
                    entries.against(instructions.ofBatch(entries.batch().id()), run));
        }

        Result conclude() {
            open.values().forEach(this::compare);
            return new Result(payments, paymentsAmount, returns, returnsAmount, differences);
        }
    }
}
