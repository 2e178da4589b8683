package org.nxsi.pension.payment;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.partner.AccountStatement;
import org.nxsi.platform.partner.GroupStatus;
import org.nxsi.platform.partner.Inquiry;
import org.nxsi.platform.partner.MessageType;
import org.nxsi.platform.partner.OpenedMessage;
import org.nxsi.platform.partner.PartnerKeys;
import org.nxsi.platform.partner.PaymentOrder;
import org.nxsi.platform.partner.PaymentStatusReport;
import org.nxsi.platform.partner.Seal;
import org.nxsi.platform.partner.SealedMessage;
import org.nxsi.platform.partner.StatementRequest;
import org.nxsi.platform.partner.TransactionStatus;

/**
 * Banks made by hand for tests: they book what they are told, and behave as badly as a test wants. Accounts that end in
 * {@code 99} do not exist. Results are told when asked for, or by {@link #report}.
 */
public final class FakeBanks implements AutoCloseable {

    public static final List<String> CODES = List.of("102", "103", "104", "105", "313", "403");

    /** How a bank behaves from now on. */
    public enum Mood {
        ANSWERS,
        BOOKS_AND_DROPS_THE_REPLY,
        /** Answers 503 to everything. */
        IS_AWAY,
        /** Takes the call and says nothing, until it behaves otherwise. */
        HANGS,
        /** Books, and answers what nobody has signed. */
        GARBLES,
        /** Books, and says nothing but statements. */
        GIVES_STATEMENTS_ONLY,
        /** Loses orders on the way in, and says nothing but statements. */
        LOSES_ORDERS,
        /** Takes orders and gives statements, and says nothing when asked. */
        IGNORES_INQUIRIES
    }

    private final HttpServer server;
    private final Path bureauKeys;
    private final Map<String, Seal> seals = new ConcurrentHashMap<>();
    private final Map<String, Mood> moods = new ConcurrentHashMap<>();
    private final Map<String, PaymentOrder> booked = new ConcurrentHashMap<>();
    private final Map<String, LocalDate> bookedOn = new ConcurrentHashMap<>();
    private final Map<String, LocalDate> cameBackLate = new ConcurrentHashMap<>();
    private final Map<String, LocalDate> writtenLate = new ConcurrentHashMap<>();
    private final Set<String> neverBooked = ConcurrentHashMap.newKeySet();
    private final Set<String> doubled = ConcurrentHashMap.newKeySet();
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
    private final List<String> received = Collections.synchronizedList(new ArrayList<>());
    private volatile LocalDate today = LocalDate.of(2020, 3, 10);
    private volatile Fen allotted = Fen.ZERO;

    private FakeBanks(HttpServer server, Path bureauKeys) {
        this.server = server;
        this.bureauKeys = bureauKeys;
    }

    public static FakeBanks start() {
        try {
            Path keys = Files.createTempDirectory("nxsi-keys");
            List<String> names = new ArrayList<>(List.of(PartnerKeys.BUREAU));
            CODES.forEach(code -> names.add(PartnerKeys.bank(code)));
            PartnerKeys.generate(keys, names);
            FakeBanks banks = new FakeBanks(HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0), keys);
            for (String code : CODES) {
                banks.seals.put(code, new Seal(PartnerKeys.load(keys, PartnerKeys.bank(code))));
            }
            banks.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            banks.server.createContext("/banks/", banks::serve);
            banks.server.start();
            return banks;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public Path bureauKeys() {
        return bureauKeys;
    }

    public synchronized void behaveAll() {
        moods.clear();
        notifyAll();
    }

    public synchronized void behave(String bank, Mood mood) {
        moods.put(bank, mood);
        notifyAll();
    }

    /** The banks' business day from now on. */
    public void today(LocalDate day) {
        today = day;
    }

    /** A payment that was credited comes back today, and nobody is told before asking. */
    public void returnLate(String endToEndId) {
        cameBackLate.put(endToEndId, today);
    }

    /** A payment that was told as credited and is in no book of the bank. */
    public void forget(String endToEndId) {
        neverBooked.add(endToEndId);
    }

    /** A payment that stands on its statement twice, or does no more. */
    public void writeTwice(String endToEndId, boolean twice) {
        if (twice) {
            doubled.add(endToEndId);
        } else {
            doubled.remove(endToEndId);
        }
    }

    /** A payment that stands on the statement of another day than it was told for. */
    public void writeOn(String endToEndId, LocalDate day) {
        writtenLate.put(endToEndId, day);
    }

    /** End-to-end ids of the payments that a bank has credited for a run. */
    public List<String> paymentsOf(String bank, String run) {
        return booked.values().stream()
                .filter(order -> order.bank().equals(bank) && order.messageId().startsWith(run))
                .flatMap(order -> order.blocks().stream())
                .flatMap(block -> block.payments().stream())
                .filter(payment -> !isUnknown(payment.account()))
                .map(PaymentOrder.Payment::endToEndId)
                .sorted()
                .toList();
    }

    /** How often a bank was called, whatever it made of it. */
    public int calls(String bank) {
        return calls.computeIfAbsent(bank, any -> new AtomicInteger()).get();
    }

    private synchronized void hang(String bank) {
        try {
            while (moods.get(bank) == Mood.HANGS) {
                wait();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The accounts that a bank has credited under a message id, as lines of a paper statement. */
    public List<String> paper(String messageId) {
        LocalDate day = bookedOn.getOrDefault(messageId, today);
        return java.util.Objects.requireNonNull(booked.get(messageId)).blocks().stream()
                .flatMap(block -> block.payments().stream())
                .flatMap(payment -> Stream.of("PAYMENT", "RETURN")
                        .filter(kind -> kind.equals("PAYMENT") || isUnknown(payment.account()))
                        .map(kind -> "%s,%s,%s,%s,%s,%s"
                                .formatted(
                                        payment.endToEndId(),
                                        kind,
                                        payment.amount(),
                                        payment.account(),
                                        day,
                                        kind.equals("PAYMENT") ? "" : "E02")))
                .toList();
    }

    /** Message ids in the order in which orders arrived, repetitions included. */
    public List<String> received() {
        return List.copyOf(received);
    }

    /** Credits less returns that stand in the banks' books for a run. */
    public Fen credited(String run) {
        return booked.values().stream()
                .filter(order -> order.messageId().startsWith(run))
                .flatMap(order -> order.blocks().stream())
                .flatMap(block -> block.payments().stream())
                .filter(payment -> !isUnknown(payment.account()))
                .map(PaymentOrder.Payment::amount)
                .reduce(Fen.ZERO, Fen::plus);
    }

    /** A bank's own report of everything that it booked under a message id, sealed, as it would send it. */
    public byte[] report(String bank, String messageId) {
        byte[] report = statusOf(messageId, messageId + "/r").write();
        return seal(bank)
                .seal(PartnerKeys.BUREAU, MessageType.PAYMENT_STATUS_REPORT, messageId + "/r", report)
                .toJson();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] path = exchange.getRequestURI().getPath().split("/", -1);
            String bank = path[2];
            Mood mood = moods.getOrDefault(bank, Mood.ANSWERS);
            byte[] body = exchange.getRequestBody().readAllBytes();
            calls.computeIfAbsent(bank, any -> new AtomicInteger()).incrementAndGet();
            if (mood == Mood.HANGS) {
                hang(bank);
                return;
            }
            if (mood == Mood.IS_AWAY) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            byte @Nullable [] answer = switch (path[3]) {
                case "batches" -> mood == Mood.LOSES_ORDERS ? lose(bank, body) : book(bank, body);
                case "inquiries" -> answerInquiry(bank, body);
                case "statements" -> statement(bank, body);
                default -> throw new IOException("no such resource");
            };
            if (isDropped(mood, path[3])) {
                return;
            }
            if (mood == Mood.GARBLES) {
                answer = new String(answer, StandardCharsets.UTF_8)
                        .replace("\"signature\":\"", "\"signature\":\"AAAA")
                        .getBytes(StandardCharsets.UTF_8);
            }
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private static boolean isDropped(Mood mood, String resource) {
        return switch (mood) {
            case BOOKS_AND_DROPS_THE_REPLY -> true;
            case GIVES_STATEMENTS_ONLY, LOSES_ORDERS -> !resource.equals("statements");
            case IGNORES_INQUIRIES -> resource.equals("inquiries");
            case ANSWERS, IS_AWAY, HANGS, GARBLES -> false;
        };
    }

    private byte[] lose(String bank, byte[] envelope) {
        received.add(PaymentOrder.read(
                        open(bank, envelope, MessageType.PAYMENT_ORDER).content())
                .messageId());
        return envelope;
    }

    private byte[] book(String bank, byte[] envelope) {
        OpenedMessage opened = open(bank, envelope, MessageType.PAYMENT_ORDER);
        PaymentOrder order = PaymentOrder.read(opened.content());
        received.add(order.messageId());
        bookedOn.putIfAbsent(order.messageId(), today);
        booked.putIfAbsent(order.messageId(), order);
        PaymentStatusReport accepted = new PaymentStatusReport(
                order.messageId() + "/a", order.messageId(), Instant.now(), GroupStatus.ACCP, null, List.of());
        return seal(bank, MessageType.PAYMENT_STATUS_REPORT, accepted.write());
    }

    private byte[] answerInquiry(String bank, byte[] envelope) {
        Inquiry inquiry = Inquiry.read(open(bank, envelope, MessageType.INQUIRY).content());
        return seal(
                bank,
                MessageType.PAYMENT_STATUS_REPORT,
                statusOf(inquiry.messageId(), inquiry.messageId() + "/q").write());
    }

    private PaymentStatusReport statusOf(String messageId, String reportId) {
        PaymentOrder order = booked.get(messageId);
        if (order == null) {
            return new PaymentStatusReport(
                    reportId, messageId, Instant.now(), GroupStatus.RJCT, PaymentStatusReport.NOT_FOUND, List.of());
        }
        List<PaymentStatusReport.Line> lines = new ArrayList<>();
        for (PaymentOrder.Block block : order.blocks()) {
            block.payments().forEach(payment -> lines.add(line(messageId, block, payment)));
        }
        return new PaymentStatusReport(reportId, messageId, Instant.now(), GroupStatus.PART, null, lines);
    }

    private PaymentStatusReport.Line line(String messageId, PaymentOrder.Block block, PaymentOrder.Payment payment) {
        LocalDate late = cameBackLate.get(payment.endToEndId());
        boolean returned = isUnknown(payment.account()) || late != null;
        return new PaymentStatusReport.Line(
                block.id(),
                payment.endToEndId(),
                returned ? TransactionStatus.RJCT : TransactionStatus.ACSC,
                returned ? (late == null ? "E02" : "E03") : null,
                payment.amount(),
                payment.account(),
                late == null ? bookedOn.getOrDefault(messageId, today) : late);
    }

    private byte[] statement(String bank, byte[] envelope) {
        StatementRequest request = StatementRequest.read(
                open(bank, envelope, MessageType.STATEMENT_REQUEST).content());
        Fen opening = request.account().startsWith("6401110") ? allotted : Fen.ZERO;
        List<AccountStatement.Entry> entries = new ArrayList<>();
        for (Map.Entry<LocalDate, List<AccountStatement.Entry>> day :
                entries(bank, request.account()).entrySet()) {
            if (day.getKey().isBefore(request.date())) {
                opening = opening.plus(sum(day.getValue()));
            } else if (day.getKey().equals(request.date())) {
                entries.addAll(day.getValue());
            }
        }
        Fen effect = sum(entries);
        entries.addAll(entries.stream().filter(this::isDoubled).toList());
        AccountStatement statement = new AccountStatement(
                "S" + request.account(),
                bank,
                request.account(),
                request.date(),
                1,
                true,
                Instant.now(),
                entries.size(),
                opening,
                opening.plus(effect),
                entries);
        return seal(bank, MessageType.ACCOUNT_STATEMENT, statement.write());
    }

    /** Every payout account of scheme 110 is given so much more. */
    public synchronized void allot(Fen toEachAccount) {
        allotted = allotted.plus(toEachAccount);
    }

    private boolean isDoubled(AccountStatement.Entry entry) {
        return entry.payment() != null && doubled.contains(entry.payment().endToEndId());
    }

    private static Fen sum(List<AccountStatement.Entry> entries) {
        return entries.stream().map(AccountStatement.Entry::effect).reduce(Fen.ZERO, Fen::plus);
    }

    /** All that a payout account has seen, by day. */
    private Map<LocalDate, List<AccountStatement.Entry>> entries(String bank, String account) {
        Map<LocalDate, List<AccountStatement.Entry>> byDay = new TreeMap<>();
        booked.forEach((messageId, order) -> order.blocks().stream()
                .filter(block ->
                        block.payoutAccount().equals(account) && order.bank().equals(bank))
                .forEach(block -> block.payments().stream()
                        .filter(payment -> !neverBooked.contains(payment.endToEndId()))
                        .forEach(payment -> entries(messageId, block, payment, byDay))));
        return byDay;
    }

    private void entries(
            String messageId,
            PaymentOrder.Block block,
            PaymentOrder.Payment payment,
            Map<LocalDate, List<AccountStatement.Entry>> byDay) {
        LocalDate on = bookedOn.getOrDefault(messageId, today);
        LocalDate written = writtenLate.getOrDefault(payment.endToEndId(), on);
        add(byDay, written, entry(messageId, block, payment, AccountStatement.Kind.PAYMENT, null));
        if (isUnknown(payment.account())) {
            add(byDay, on, entry(messageId, block, payment, AccountStatement.Kind.RETURN, "E02"));
        }
        LocalDate late = cameBackLate.get(payment.endToEndId());
        if (late != null) {
            add(byDay, late, entry(messageId, block, payment, AccountStatement.Kind.RETURN, "E03"));
        }
    }

    private static void add(
            Map<LocalDate, List<AccountStatement.Entry>> byDay, LocalDate day, AccountStatement.Entry entry) {
        byDay.computeIfAbsent(day, any -> new ArrayList<>()).add(entry);
    }

    private static AccountStatement.Entry entry(
            String messageId,
            PaymentOrder.Block block,
            PaymentOrder.Payment payment,
            AccountStatement.Kind kind,
            @Nullable String reason) {
        return new AccountStatement.Entry(
                payment.endToEndId() + kind.name().charAt(0),
                kind,
                payment.amount(),
                new AccountStatement.PaymentReference(
                        messageId, block.id(), payment.endToEndId(), payment.account(), reason));
    }

    private static boolean isUnknown(String account) {
        return account.endsWith("99");
    }

    private Seal seal(String bank) {
        return java.util.Objects.requireNonNull(seals.get(bank));
    }

    private OpenedMessage open(String bank, byte[] envelope, MessageType type) {
        return seal(bank).open(SealedMessage.fromJson(envelope), PartnerKeys.BUREAU, type);
    }

    private byte[] seal(String bank, MessageType type, byte[] content) {
        return seal(bank)
                .seal(PartnerKeys.BUREAU, type, "A" + System.nanoTime(), content)
                .toJson();
    }
}
