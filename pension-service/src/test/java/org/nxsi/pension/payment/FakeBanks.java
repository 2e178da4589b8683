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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
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
        GARBLES
    }

    private final HttpServer server;
    private final Path bureauKeys;
    private final Map<String, Seal> seals = new ConcurrentHashMap<>();
    private final Map<String, Mood> moods = new ConcurrentHashMap<>();
    private final Map<String, PaymentOrder> booked = new ConcurrentHashMap<>();
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
                case "batches" -> book(bank, body);
                case "inquiries" -> answerInquiry(bank, body);
                case "statements" -> statement(bank, body);
                default -> throw new IOException("no such resource");
            };
            if (mood == Mood.BOOKS_AND_DROPS_THE_REPLY) {
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

    private byte[] book(String bank, byte[] envelope) {
        OpenedMessage opened = open(bank, envelope, MessageType.PAYMENT_ORDER);
        PaymentOrder order = PaymentOrder.read(opened.content());
        received.add(order.messageId());
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
            block.payments().forEach(payment -> lines.add(line(block, payment)));
        }
        return new PaymentStatusReport(reportId, messageId, Instant.now(), GroupStatus.PART, null, lines);
    }

    private PaymentStatusReport.Line line(PaymentOrder.Block block, PaymentOrder.Payment payment) {
        boolean unknown = isUnknown(payment.account());
        return new PaymentStatusReport.Line(
                block.id(),
                payment.endToEndId(),
                unknown ? TransactionStatus.RJCT : TransactionStatus.ACSC,
                unknown ? "E02" : null,
                payment.amount(),
                payment.account(),
                today);
    }

    private byte[] statement(String bank, byte[] envelope) {
        StatementRequest request = StatementRequest.read(
                open(bank, envelope, MessageType.STATEMENT_REQUEST).content());
        List<AccountStatement.Entry> entries = new ArrayList<>();
        booked.forEach((messageId, order) -> order.blocks().stream()
                .filter(block -> block.payoutAccount().equals(request.account())
                        && order.bank().equals(bank))
                .forEach(block -> block.payments().forEach(payment -> entries(messageId, block, payment, entries))));
        Fen effect = entries.stream().map(AccountStatement.Entry::effect).reduce(Fen.ZERO, Fen::plus);
        Fen opening = request.account().startsWith("6401110") ? allotted : Fen.ZERO;
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

    private static void entries(
            String messageId,
            PaymentOrder.Block block,
            PaymentOrder.Payment payment,
            List<AccountStatement.Entry> entries) {
        entries.add(entry(messageId, block, payment, AccountStatement.Kind.PAYMENT, null));
        if (isUnknown(payment.account())) {
            entries.add(entry(messageId, block, payment, AccountStatement.Kind.RETURN, "E02"));
        }
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
