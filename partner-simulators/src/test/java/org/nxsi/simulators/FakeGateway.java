package org.nxsi.simulators;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.nxsi.platform.partner.MessageType;
import org.nxsi.platform.partner.PartnerKeys;
import org.nxsi.platform.partner.PaymentStatusReport;
import org.nxsi.platform.partner.Seal;
import org.nxsi.platform.partner.SealedMessage;
import org.nxsi.platform.partner.UntrustedMessage;

/** The bureau's side of the wire in tests: gives tokens and takes reports. */
final class FakeGateway implements Closeable {

    private final HttpServer server;
    private final Seal seal;
    private final List<PaymentStatusReport> reports = new CopyOnWriteArrayList<>();
    private final AtomicInteger untrusted = new AtomicInteger();
    private final AtomicInteger tokensGiven = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile int answer = 202;

    FakeGateway(Seal bureau) throws IOException {
        this(bureau, 0);
    }

    FakeGateway(Seal bureau, int port) throws IOException {
        seal = bureau;
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.createContext("/realm/.well-known/openid-configuration", this::discovery);
        server.createContext("/realm/token", this::token);
        server.createContext("/partner/v1/banks/", this::report);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    URI issuer() {
        return uri().resolve("/realm");
    }

    void answerWith(int status) {
        answer = status;
    }

    List<PaymentStatusReport> reports() {
        return reports;
    }

    List<PaymentStatusReport> reportsOn(String messageId) {
        return reports.stream()
                .filter(report -> report.originalMessageId().equals(messageId))
                .toList();
    }

    int untrusted() {
        return untrusted.get();
    }

    int tokensGiven() {
        return tokensGiven.get();
    }

    int calls() {
        return calls.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void discovery(HttpExchange exchange) throws IOException {
        reply(exchange, 200, "{\"token_endpoint\":\"" + issuer() + "/token\"}");
    }

    private void token(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean known = form.contains("client_id=bank-") && form.contains("-local-secret");
        tokensGiven.incrementAndGet();
        reply(
                exchange,
                known ? 200 : 401,
                "{\"access_token\":\"" + form.hashCode() + "\",\"expires_in\":300,\"token_type\":\"Bearer\"}");
    }

    private void report(HttpExchange exchange) throws IOException {
        calls.incrementAndGet();
        byte[] body = exchange.getRequestBody().readAllBytes();
        String bank = exchange.getRequestURI().getPath().split("/", -1)[4];
        boolean bearer = exchange.getRequestHeaders().getFirst("Authorization").startsWith("Bearer ");
        if (answer != 202 || !bearer) {
            reply(exchange, answer, "{}");
            return;
        }
        try {
            SealedMessage message = SealedMessage.fromJson(body);
            reports.add(PaymentStatusReport.read(
                    seal.open(message, PartnerKeys.bank(bank), MessageType.PAYMENT_STATUS_REPORT)
                            .content()));
            reply(exchange, 202, "{}");
        } catch (UntrustedMessage e) {
            untrusted.incrementAndGet();
            reply(exchange, 401, "{}");
        }
    }

    private static void reply(HttpExchange exchange, int status, String json) throws IOException {
        try (exchange) {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
