package org.nxsi.simulators;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.nxsi.platform.partner.AccountCheck;
import org.nxsi.platform.partner.AccountStatement;
import org.nxsi.platform.partner.Inquiry;
import org.nxsi.platform.partner.MessageType;
import org.nxsi.platform.partner.PartnerKeys;
import org.nxsi.platform.partner.PaymentOrder;
import org.nxsi.platform.partner.PaymentStatusReport;
import org.nxsi.platform.partner.Seal;
import org.nxsi.platform.partner.SealedMessage;
import org.nxsi.platform.partner.StatementRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to the simulated banks as the bureau does, over HTTP. */
final class Bureau {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Seal seal;
    private final URI banks;

    Bureau(Seal seal, URI banks) {
        this.seal = seal;
        this.banks = banks;
    }

    PaymentStatusReport order(PaymentOrder order) throws IOException, InterruptedException {
        return report(order.bank(), "batches", MessageType.PAYMENT_ORDER, order.messageId(), order.write());
    }

    PaymentStatusReport inquire(String bank, String messageId) throws IOException, InterruptedException {
        return report(bank, "inquiries", MessageType.INQUIRY, "Q1", new Inquiry(messageId).write());
    }

    PaymentStatusReport report(String bank, String path, MessageType type, String id, byte[] content)
            throws IOException, InterruptedException {
        return PaymentStatusReport.read(asked(bank, path, type, id, content, MessageType.PAYMENT_STATUS_REPORT));
    }

    AccountStatement statement(String bank, String account, LocalDate date, int page)
            throws IOException, InterruptedException {
        byte[] question = new StatementRequest(account, date, page).write();
        return AccountStatement.read(asked(
                bank, "statements", MessageType.STATEMENT_REQUEST, "Q2", question, MessageType.ACCOUNT_STATEMENT));
    }

    AccountCheck.Result check(String bank, String account, String name) throws IOException, InterruptedException {
        byte[] question = new AccountCheck(account, name).write();
        return AccountCheck.Answer.read(asked(
                        bank,
                        "account-checks",
                        MessageType.ACCOUNT_CHECK,
                        "Q3",
                        question,
                        MessageType.ACCOUNT_CHECK_ANSWER))
                .result();
    }

    SealedMessage sealed(PaymentOrder order) {
        return seal.seal(PartnerKeys.bank(order.bank()), MessageType.PAYMENT_ORDER, order.messageId(), order.write());
    }

    HttpResponse<byte[]> post(String path, byte[] body) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(banks.resolve(path))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    JsonNode postJson(String path, String json) throws IOException, InterruptedException {
        return JSON.readTree(post(path, json.getBytes(StandardCharsets.UTF_8)).body());
    }

    HttpResponse<String> putAccounts(String csv) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(banks.resolve("/oracle/accounts"))
                        .PUT(HttpRequest.BodyPublishers.ofString(csv))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(
                http.send(HttpRequest.newBuilder(banks.resolve(path)).build(), HttpResponse.BodyHandlers.ofByteArray())
                        .body());
    }

    private byte[] asked(String bank, String path, MessageType type, String id, byte[] content, MessageType answerType)
            throws IOException, InterruptedException {
        byte[] envelope = seal.seal(PartnerKeys.bank(bank), type, id, content).toJson();
        HttpResponse<byte[]> response = post("/banks/" + bank + "/" + path, envelope);
        if (response.statusCode() != 200) {
            throw new IOException(response.statusCode() + " " + new String(response.body(), StandardCharsets.UTF_8));
        }
        return seal.open(SealedMessage.fromJson(response.body()), PartnerKeys.bank(bank), answerType)
                .content();
    }
}
