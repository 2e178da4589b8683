package org.nxsi.pension.reconciliation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.nxsi.pension.beneficiary.Scheme;
import org.nxsi.pension.difference.Differences;
import org.nxsi.pension.difference.Finding;
import org.nxsi.pension.difference.Kind;
import org.nxsi.pension.fund.FundBooks;
import org.nxsi.pension.instruction.Instructions;
import org.nxsi.pension.partner.PartnerBank;
import org.nxsi.pension.partner.PartnerBanks;
import org.nxsi.pension.partner.ReadingStatement;
import org.nxsi.pension.payment.Batch;
import org.nxsi.pension.payment.Batches;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.partner.AccountStatement;
import org.springframework.stereotype.Component;

/**
 * 日对账: one bank's statements of one day against the instructions and the vouchers of that day, over all runs. A line
 * that we hold for booked on another day is the late one that was missing there, or it is one too many.
 */
@Component
class DayMatching {

    private final ReadingStatement reading;
    private final PartnerBanks banks;
    private final Batches batches;
    private final Instructions instructions;
    private final FundBooks books;
    private final Differences differences;
    private final AskingAboutFindings asking;

    DayMatching(
            ReadingStatement reading,
            PartnerBanks banks,
            Batches batches,
            Instructions instructions,
            FundBooks books,
            Differences differences,
            AskingAboutFindings asking) {
        this.reading = reading;
        this.banks = banks;
        this.batches = batches;
        this.instructions = instructions;
        this.books = books;
        this.differences = differences;
        this.asking = asking;
    }

    /** What the statements say, and how many differences were found. */
    record Result(List<StatementDay.AccountDay> accounts, long differences) {}

    Result match(StatementDay wanted) {
        PartnerBank bank = banks.get(wanted.bank());
        LocalDate day = wanted.day();
        Matching matching = new Matching(
                bank.code(),
                wanted.id(),
                day,
                batches.bookedOn(bank.code(), day),
                batch -> instructions.ofBatch(batch.id()));
        List<FundBooks.Movement> posted = books.movements(day, bank.code());
        List<StatementDay.AccountDay> accounts = new ArrayList<>();
        bank.payoutAccounts().forEach((scheme, account) -> {
            EntrySums sums = new EntrySums();
            AccountStatement last =
                    reading.read(bank.code(), account, day, page -> take(page, bank.code(), matching, sums));
            accounts.add(accountDay(scheme, last, sums));
            compareSums(wanted, last, sums, matching);
            compareBooks(wanted, scheme, account, posted, sums, matching);
        });
        matching.conclude();
        matching.ofOtherDays().forEach(each -> lateOrTwice(each, day, matching));
        note(wanted, matching);
        asking.ask(matching.findings());
        return new Result(accounts, matching.findings().size() + matching.unnamed());
    }

    private void take(AccountStatement page, String bank, Matching matching, EntrySums sums) {
        for (AccountStatement.Entry entry : page.entries()) {
            sums.add(entry);
            expectIfOurs(entry, bank, matching);
            matching.take(entry);
        }
        matching.compareFull();
    }

    /** A batch that the bank booked on this day without our knowing: its entries are no strangers. */
    private void expectIfOurs(AccountStatement.Entry entry, String bank, Matching matching) {
        AccountStatement.PaymentReference payment = entry.payment();
        if (payment == null || !matching.isNew(Matching.batchOf(payment))) {
            return;
        }
        Batch batch = batches.byId(Matching.batchOf(payment));
        if (batch != null && batch.bank().equals(bank) && batch.attempt() > 0) {
            matching.expect(batch);
        }
    }

    /** Opening and lines make closing, or the statement is not even true to itself. */
    private static void compareSums(
            StatementDay wanted, AccountStatement statement, EntrySums sums, Matching matching) {
        Fen ofLines = statement.opening().plus(sums.effect());
        if (!ofLines.equals(statement.closing())) {
            matching.find(balance(wanted, "LINES", statement.account(), ofLines, statement.closing()));
        }
    }

    /** What the books moved on this day is what the statement moved. */
    private static void compareBooks(
            StatementDay wanted,
            Scheme scheme,
            String account,
            List<FundBooks.Movement> posted,
            EntrySums sums,
            Matching matching) {
        Fen out = sum(posted, scheme, FundBooks.Movement::out);
        Fen back = sum(posted, scheme, FundBooks.Movement::in);
        if (!out.equals(sums.paymentsAmount())) {
            matching.find(balance(wanted, Finding.PAYMENT, account, out, sums.paymentsAmount()));
        }
        if (!back.equals(sums.returnsAmount())) {
            matching.find(balance(wanted, Finding.RETURN, account, back, sums.returnsAmount()));
        }
    }

    private static Fen sum(List<FundBooks.Movement> posted, Scheme scheme, Function<FundBooks.Movement, Fen> of) {
        return posted.stream().filter(each -> each.fund() == scheme).map(of).reduce(Fen.ZERO, Fen::plus);
    }

    private void lateOrTwice(Finding ofOtherDay, LocalDate day, Matching matching) {
        String missing = Finding.idOf(
                ofOtherDay.bank(), Kind.MISSING_AT_BANK, ofOtherDay.leg(), ofOtherDay.batch(), ofOtherDay.endToEndId());
        if (!differences.clear(missing, day, scopeOf(ofOtherDay.source()))) {
            matching.find(ofOtherDay);
        }
    }

    private void note(StatementDay wanted, Matching matching) {
        if (matching.unnamed() == 0) {
            differences.seenOfDay(scopeOf(wanted.id()), matching.findings(), wanted.bank(), wanted.day());
        } else {
            differences.add(scopeOf(wanted.id()), matching.findings());
        }
    }

    /** The name of this look in the history of differences. */
    static String scopeOf(String statementDay) {
        return "statement " + statementDay;
    }

    private static Finding balance(StatementDay wanted, String leg, String account, Fen ours, Fen theirs) {
        return new Finding(
                wanted.bank(), Kind.BALANCE, leg, null, null, account, ours, theirs, wanted.day(), null, wanted.id());
    }

    private static StatementDay.AccountDay accountDay(Scheme scheme, AccountStatement last, EntrySums sums) {
        return new StatementDay.AccountDay(
                scheme,
                last.account(),
                last.opening(),
                last.closing(),
                sums.entries(),
                sums.payments(),
                sums.paymentsAmount(),
                sums.returns(),
                sums.returnsAmount());
    }
}
