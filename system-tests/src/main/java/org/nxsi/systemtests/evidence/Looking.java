package org.nxsi.systemtests.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks at a running system. Lists are read one after the other, so the small ones are read again at the end: if one has
 * changed, money was moving, and all of it is read once more.
 */
public final class Looking implements AutoCloseable {

    private static final int LOOKS = 3;
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration QUIET_LIMIT = Duration.ofMinutes(2);
    private static final int PAGE = 5_000;
    private static final int ORDERS = 100;

    private final AuditedSystem system;
    private final AuditCalls calls;
    private final List<Spool<?>> spools = new ArrayList<>();

    public Looking(AuditedSystem system) {
        this.system = system;
        this.calls = new AuditCalls(system);
    }

    /**
     * What is there now.
     *
     * @throws NotSeen if the auditor's lists cannot be read
     */
    public Evidence look() throws InterruptedException {
        Evidence evidence = lookOnce();
        for (int look = 2; evidence.moved() && look <= LOOKS; look++) {
            Thread.sleep(PAUSE);
            forget();
            evidence = lookOnce();
        }
        return evidence;
    }

    /** As {@link #look}, then everything that was ever told is told again, and what is there once that is worked off. */
    public Evidence lookAfterReplay() throws InterruptedException {
        Optional<String> kafka = system.kafka();
        if (kafka.isEmpty()) {
            return look().with(Seen.not("no brokers to replay at"));
        }
        Evidence before = look();
        Digests digests = Digests.of(before);
        if (before.moved()) {
            return before.with(Seen.not("money was moving before the replay"));
        }
        Replaying replaying = new Replaying(kafka.get());
        long records = replaying.sendAll();
        awaitQuiet(replaying);
        forget();
        Evidence after = look();
        return after.with(Seen.of(new Replay(records, digests, Digests.of(after))));
    }

    @Override
    public void close() {
        forget();
        calls.close();
    }

    private Evidence lookOnce() throws InterruptedException {
        List<Run> runs = calls.all("runs", Run.class);
        List<Batch> batches = calls.all("batches", Batch.class);
        List<Voucher> vouchers = calls.all("vouchers", Voucher.class);
        List<Report> reports = calls.all("bank-reports", Report.class);
        List<Slice> slices = calls.all("slices", Slice.class);
        List<Order> orders = new ArrayList<>();
        calls.each("orders", Order.class, ORDERS, orders::add);
        Spool<Instruction> instructions = spool(new InstructionForm());
        calls.each("instructions", InstructionLine.class, PAGE, line -> instructions.add(line.instruction()));
        Seen<BankBooks> books = books();
        Seen<Topic> events = events();
        List<Difference> differences = calls.all("differences", Difference.class);
        List<Reconciliation> reconciliations = calls.all("reconciliations", Reconciliation.class);
        List<ReturnedPayment> returned = calls.all("returned-payments", ReturnedPayment.class);
        List<DeadLetter> deadLetters = calls.all("dead-letters", DeadLetter.class);
        boolean still = runs.equals(calls.all("runs", Run.class))
                && vouchers.size() == calls.all("vouchers", Voucher.class).size()
                && reports.equals(calls.all("bank-reports", Report.class))
                && stand(batches).equals(stand(calls.all("batches", Batch.class)));
        return new Evidence(
                runs,
                slices,
                batches,
                orders,
                instructions,
                vouchers,
                reports,
                differences,
                reconciliations,
                returned,
                deadLetters,
                calls.one("standing", Standing.class),
                books,
                events,
                Seen.not("not asked for (--replay)"),
                !still);
    }

    private static List<Batch> stand(List<Batch> batches) {
        return batches.stream().map(Batch::withoutPatience).toList();
    }

    private Seen<BankBooks> books() throws InterruptedException {
        Optional<URI> banks = system.banks();
        if (banks.isEmpty()) {
            return Seen.not("the banks' own books cannot be seen from here");
        }
        try {
            return Seen.of(new ReadingBanks(calls, banks.get()).read(spool(new BookEntryForm())));
        } catch (NotSeen silent) {
            return Seen.not(silent.reason());
        }
    }

    private Seen<Topic> events() {
        Optional<String> kafka = system.kafka();
        if (kafka.isEmpty()) {
            return Seen.not("the brokers cannot be reached from here");
        }
        try {
            return Seen.of(new ReadingTopics(kafka.get()).events());
        } catch (NotSeen silent) {
            return Seen.not(silent.reason());
        }
    }

    /** Worked off, twice in a row: what is worked off may tell something itself. */
    private void awaitQuiet(Replaying replaying) throws InterruptedException {
        long limit_ns = System.nanoTime() + QUIET_LIMIT.toNanos();
        int quiet = 0;
        while (quiet < 2) {
            if (System.nanoTime() > limit_ns) {
                throw new NotSeen("the replayed records were not worked off within " + QUIET_LIMIT);
            }
            Thread.sleep(PAUSE);
            boolean idle = replaying.lag() == 0
                    && calls.one("standing", Standing.class).outboxes().stream()
                            .allMatch(each -> each.documents() == 0);
            quiet = idle ? quiet + 1 : 0;
        }
    }

    private <T> Spool<T> spool(Spool.Form<T> form) {
        Spool<T> spool = new Spool<>(form);
        spools.add(spool);
        return spool;
    }

    private void forget() {
        for (Spool<?> spool : spools) {
            try {
                spool.close();
            } catch (IOException undeletable) {
                throw new UncheckedIOException(undeletable);
            }
        }
        spools.clear();
    }
}
