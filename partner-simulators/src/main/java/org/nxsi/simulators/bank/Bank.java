package org.nxsi.simulators.bank;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.partner.AccountCheck;
import org.nxsi.platform.partner.AccountStatement;
import org.nxsi.platform.partner.PaymentOrder;
import org.nxsi.platform.partner.PaymentStatusReport;
import org.nxsi.platform.partner.PaymentStatusReport.Line;
import org.nxsi.platform.partner.StatementRequest;
import org.nxsi.simulators.bank.BookRecord.Allotted;
import org.nxsi.simulators.bank.BookRecord.Booked;
import org.nxsi.simulators.bank.BookRecord.BookedBlock;
import org.nxsi.simulators.bank.BookRecord.Credit;
import org.nxsi.simulators.bank.BookRecord.Refused;
import org.nxsi.simulators.bank.BookRecord.ReturnedLate;
import org.nxsi.simulators.bank.BookRecord.Told;
import org.nxsi.simulators.bank.Order.OrderView;

/**
 * One simulated bank. It takes orders by message id and by nothing else: the same payment under a second message id is
 * paid a second time, and its books show it.
 */
public final class Bank implements Closeable {

    private static final String CLOSED_ACCOUNT = "E03";

    private final BankName name;
    private final BankSettings settings;
    private final BankDay day;
    private final InstantSource clock;
    private final Accounts accounts;
    private final PayeeCheck payees;
    private final Books books;
    private final OrderResults results;
    private final Reports reports;
    private final StatementPages statements;

    private Bank(
            BankName name, BankSettings settings, BankDay day, InstantSource clock, Accounts accounts, Books books) {
        this.name = name;
        this.settings = settings;
        this.day = day;
        this.clock = clock;
        this.accounts = accounts;
        this.payees = new PayeeCheck(accounts);
        this.books = books;
        this.results = new OrderResults(books);
        this.reports = new Reports(name.code(), results, clock);
        this.statements = new StatementPages(name.code(), books, settings.entriesPerPage());
    }

    /** Opens a bank with what its folder holds. */
    public static Bank open(BankName name, Path folder, BankSettings settings, BankDay day, InstantSource clock)
            throws IOException {
        Accounts accounts = Accounts.open(folder.resolve("accounts.journal"));
        Books books = Books.open(folder.resolve("books.journal"));
        return new Bank(name, settings, day, clock, accounts, books);
    }

    public BankName name() {
        return name;
    }

    /** By the bank's own clock, which may be off. */
    public Instant now() {
        return clock.instant();
    }

    /**
     * Books an order, or says why not. Nothing of a refused order is ever booked.
     *
     * @param digest SM3 of the order's bytes
     * @return the answer without lines; the results are told later
     */
    public PaymentStatusReport receive(PaymentOrder order, String digest) throws IOException {
        Optional<Verdict> given = books.verdictGiven(order.messageId(), digest);
        Verdict verdict = given.isPresent() ? given.get() : decide(order, digest);
        return reports.verdict(order.messageId(), verdict);
    }

    /** Refuses, for good, what is signed by the bureau but is no order for this bank. */
    public PaymentStatusReport receiveUnreadable(String messageId, String digest) throws IOException {
        return reports.verdict(
                messageId, books.refuse(new Refused(messageId, digest, PaymentStatusReport.WRONG_FORMAT)));
    }

    /** All that the bank will say about an order now. */
    public PaymentStatusReport inquire(String messageId) throws IOException {
        Optional<OrderView> order = books.order(messageId);
        return order.isEmpty() ? reports.notFound(messageId) : reports.now(order.get());
    }

    /** The report that is told once an order's results are due: the same however often it is told. */
    public PaymentStatusReport reportOf(DueReport due) throws IOException {
        return reports.results(books.order(due.messageId()).orElseThrow());
    }

    /** The report owed about one order, if there is one. */
    public Optional<DueReport> untold(String messageId) {
        return books.untold(messageId).map(DueReport::of);
    }

    /** Reports that were not told yet, also those from before a restart. */
    public List<DueReport> untold() {
        return books.untold().stream().map(DueReport::of).toList();
    }

    /** Remembers that a report arrived, or was given up. */
    public void told(DueReport report, boolean arrived) throws IOException {
        books.told(new Told(report.messageId(), report.lateReturns(), arrived));
    }

    /**
     * Books payments of an order as come back after all (迟到退票), for a reason found later: the account was closed.
     *
     * @return the report that is owed about it; empty if none of them still stays
     */
    public Optional<DueReport> returnLate(String messageId, Set<String> endToEndIds) throws IOException {
        Optional<OrderView> order = books.order(messageId);
        if (order.isEmpty()) {
            return Optional.empty();
        }
        List<BookedBlock> blocks = results.stayed(order.get(), endToEndIds, CLOSED_ACCOUNT);
        if (!blocks.isEmpty()) {
            books.returnLate(new ReturnedLate(messageId, day.today(), clock.instant(), blocks));
        }
        return untold(messageId);
    }

    public AccountStatement statement(StatementRequest request) throws IOException {
        return statements.page(request, clock.instant());
    }

    public AccountCheck.Result check(AccountCheck check) throws IOException {
        return payees.result(check.account(), check.name());
    }

    /** Opens payees' accounts, or changes those that are there; the same roster twice changes nothing. */
    public void open(List<RosterAccount> roster) throws IOException {
        accounts.put(roster.stream()
                .map(line -> Account.opened(line.account(), line.name(), line.state()))
                .toList());
    }

    /**
     * Puts the treasury's money on the scheme's payout account, once per reference.
     *
     * @return the advice number; empty if the reference already stands for another allotment
     */
    public Optional<String> allot(String scheme, Fen amount, String reference) throws IOException {
        String account = name.payoutAccounts().get(scheme);
        if (account == null) {
            throw new IllegalArgumentException("no payout account of scheme " + scheme);
        }
        Allotted allotted = books.allot(name.code(), reference, account, amount, day.today());
        boolean same =
                allotted.payoutAccount().equals(account) && allotted.fen().equals(amount);
        return same ? Optional.of(allotted.advice()) : Optional.empty();
    }

    public Fen balance(String payoutAccount) {
        return books.balance(payoutAccount);
    }

    public RunTotals totals(String run) {
        return books.run(run);
    }

    /** The n-th booked order from 0, with its payments as they stand now; empty past the last. */
    public Optional<BookedOrder> bookedOrder(int n) throws IOException {
        var place = books.bookedAt(n);
        if (place.isEmpty() || !(books.read(place.get()) instanceof Booked booked)) {
            return Optional.empty();
        }
        OrderView order = books.order(booked.messageId()).orElseThrow();
        return Optional.of(new BookedOrder(order.messageId(), results.results(order)));
    }

    @Override
    public void close() throws IOException {
        accounts.close();
        books.close();
    }

    /**
     * A report that the bank owes.
     *
     * @param due from when it may be told
     * @param lateReturns how many late returns it knows of; another one makes another report
     */
    public record DueReport(String messageId, Instant due, int lateReturns) {

        static DueReport of(OrderView order) {
            return new DueReport(
                    order.messageId(), order.due(), order.returnedLate().size());
        }
    }

    /** A payee's account as a roster lists it. */
    public record RosterAccount(String account, String name, AccountState state) {}

    /** An order in the books, with the present result of each payment. */
    public record BookedOrder(String messageId, List<Line> payments) {}

    private Verdict decide(PaymentOrder order, String digest) throws IOException {
        if (!order.bank().equals(name.code())) {
            return books.refuse(new Refused(order.messageId(), digest, PaymentStatusReport.WRONG_FORMAT));
        }
        boolean ours =
                order.blocks().stream().allMatch(block -> name.payoutAccounts().containsValue(block.payoutAccount()));
        if (!ours) {
            return books.refuse(new Refused(order.messageId(), digest, PaymentStatusReport.WRONG_PAYOUT_ACCOUNT));
        }
        Instant due = clock.instant().plus(settings.delayOf(order.messageId()));
        return books.post(new Booked(order.messageId(), digest, day.today(), due, booked(order)));
    }

    private List<BookedBlock> booked(PaymentOrder order) throws IOException {
        List<BookedBlock> blocks = new ArrayList<>();
        for (PaymentOrder.Block block : order.blocks()) {
            List<Credit> credits = new ArrayList<>(block.payments().size());
            for (PaymentOrder.Payment payment : block.payments()) {
                credits.add(new Credit(
                        payment.endToEndId(),
                        payment.amount().amount_fen(),
                        payment.account(),
                        payees.returnReason(payment.account(), payment.name())));
            }
            blocks.add(new BookedBlock(block.id(), block.payoutAccount(), credits));
        }
        return blocks;
    }
}
