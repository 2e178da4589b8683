package org.nxsi.simulators.http;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.nxsi.platform.partner.AccountCheck;
import org.nxsi.platform.partner.AccountStatement;
import org.nxsi.platform.partner.Inquiry;
import org.nxsi.platform.partner.MalformedMessage;
import org.nxsi.platform.partner.MessageType;
import org.nxsi.platform.partner.OpenedMessage;
import org.nxsi.platform.partner.PaymentOrder;
import org.nxsi.platform.partner.PaymentStatusReport;
import org.nxsi.platform.partner.SealedMessage;
import org.nxsi.platform.partner.StatementRequest;
import org.nxsi.platform.partner.UntrustedMessage;
import org.nxsi.simulators.callback.Callbacks;
import org.nxsi.simulators.desk.BankDesk;
import org.nxsi.simulators.faults.Fault;
import org.nxsi.simulators.faults.StatementFaults;

/** What a real bank would offer the bureau: orders, inquiries, statements, account checks; all sealed. */
public final class BankApi {

    /** Bounds the memory that orders and statements take while they are worked on. */
    private static final int MAX_AT_ONCE = 16;

    private static final long LONGEST_WAIT_S = 5;

    /** Longer than anybody waits. */
    private static final Duration SILENCE = Duration.ofMinutes(10);

    private final Map<String, BankDesk> desks;
    private final Callbacks callbacks;
    private final Semaphore working = new Semaphore(MAX_AT_ONCE, true);

    public BankApi(Map<String, BankDesk> desks, Callbacks callbacks) {
        this.desks = Map.copyOf(desks);
        this.callbacks = callbacks;
    }

    void addTo(Routes routes) {
        routes.add("GET", "/banks", _ -> banks());
        routes.add("POST", "/banks/{code}/batches", request -> bounded(() -> receive(request)));
        routes.add("POST", "/banks/{code}/inquiries", request -> bounded(() -> inquire(request)));
        routes.add("POST", "/banks/{code}/statements", request -> bounded(() -> statement(request)));
        routes.add("POST", "/banks/{code}/account-checks", this::check);
    }

    private Answer banks() {
        return Answer.json(desks.values().stream()
                .map(desk -> desk.bank().name())
                .sorted((one, other) -> one.code().compareTo(other.code()))
                .map(name -> Map.of("code", name.code(), "name", name.name(), "payoutAccounts", name.payoutAccounts()))
                .toList());
    }

    private Answer receive(Request request) throws IOException {
        BankDesk desk = desk(request);
        OpenedMessage message = open(desk, request, MessageType.PAYMENT_ORDER);
        String id = message.messageId();
        desk.faults().beginOutageOf(id);
        refuseDuringOutage(desk);
        if (desk.faults().strikesOnce(Fault.UNAVAILABLE, id)) {
            throw new Refusal(503, "unavailable", "the bank is not available");
        }
        PaymentStatusReport report = received(desk, message);
        desk.bank().untold(id).ifPresent(due -> callbacks.tell(desk, due));
        if (desk.faults().strikesOnce(Fault.DROPPED_REPLY, id)) {
            throw new Unanswered(Duration.ZERO);
        }
        if (desk.faults().strikesOnce(Fault.SILENCE, id)) {
            throw new Unanswered(SILENCE);
        }
        return Answer.sealed(desk.sealed(report, "answer"));
    }

    private static PaymentStatusReport received(BankDesk desk, OpenedMessage message) throws IOException {
        try {
            PaymentOrder order = PaymentOrder.read(message.content());
            if (order.messageId().equals(message.messageId())) {
                return desk.bank().receive(order, message.digest());
            }
        } catch (MalformedMessage notAnOrder) {
            return desk.bank().receiveUnreadable(message.messageId(), message.digest());
        }
        return desk.bank().receiveUnreadable(message.messageId(), message.digest());
    }

    private Answer inquire(Request request) throws IOException {
        BankDesk desk = desk(request);
        OpenedMessage message = open(desk, request, MessageType.INQUIRY);
        Inquiry inquiry = read(() -> Inquiry.read(message.content()));
        return Answer.sealed(desk.sealed(desk.bank().inquire(inquiry.messageId()), "inquiry"));
    }

    private Answer statement(Request request) throws IOException {
        BankDesk desk = desk(request);
        OpenedMessage message = open(desk, request, MessageType.STATEMENT_REQUEST);
        StatementRequest asked = read(() -> StatementRequest.read(message.content()));
        if (!desk.bank().name().payoutAccounts().containsValue(asked.account())) {
            throw new Refusal(404, "no-such-account", "the bank keeps no such account for the bureau");
        }
        AccountStatement page = StatementFaults.in(desk.bank().statement(asked), desk.faults());
        return Answer.sealed(desk.sealed(MessageType.ACCOUNT_STATEMENT, message.messageId(), page.write()));
    }

    private Answer check(Request request) throws IOException {
        BankDesk desk = desk(request);
        OpenedMessage message = open(desk, request, MessageType.ACCOUNT_CHECK);
        AccountCheck check = read(() -> AccountCheck.read(message.content()));
        AccountCheck.Answer answer = new AccountCheck.Answer(desk.bank().check(check));
        return Answer.sealed(desk.sealed(MessageType.ACCOUNT_CHECK_ANSWER, message.messageId(), answer.write()));
    }

    private static OpenedMessage open(BankDesk desk, Request request, MessageType type) throws IOException {
        try {
            return desk.open(request.bytes(SealedMessage.MAX_BYTES), type);
        } catch (MalformedMessage e) {
            throw new Refusal(400, "malformed-message", String.valueOf(e.getMessage()));
        } catch (UntrustedMessage e) {
            throw new Refusal(401, "untrusted-message", String.valueOf(e.getMessage()));
        }
    }

    private BankDesk desk(Request request) {
        BankDesk desk = desks.get(request.variable("code"));
        if (desk == null) {
            throw new Refusal(404, "no-such-bank", "no bank has this code");
        }
        refuseDuringOutage(desk);
        return desk;
    }

    private static void refuseDuringOutage(BankDesk desk) {
        Optional<Fault> outage = desk.faults().outage().now();
        if (outage.equals(Optional.of(Fault.CUT_OFF))) {
            throw new Unanswered(Duration.ZERO);
        }
        if (outage.isPresent()) {
            throw new Refusal(503, "unavailable", "the bank is not available");
        }
    }

    private Answer bounded(Work work) throws IOException, InterruptedException {
        if (!working.tryAcquire(LONGEST_WAIT_S, TimeUnit.SECONDS)) {
            throw new Refusal(503, "busy", "too many requests at once");
        }
        try {
            return work.answer();
        } finally {
            working.release();
        }
    }

    private static <T> T read(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (MalformedMessage e) {
            throw new Refusal(400, "malformed-message", String.valueOf(e.getMessage()));
        }
    }

    @FunctionalInterface
    private interface Work {
        Answer answer() throws IOException;
    }
}
