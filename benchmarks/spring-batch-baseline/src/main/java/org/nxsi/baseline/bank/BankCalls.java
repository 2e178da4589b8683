package org.nxsi.baseline.bank;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.nxsi.baseline.BaselineSettings;
import org.nxsi.platform.partner.AccountStatement;
import org.nxsi.platform.partner.MessageType;
import org.nxsi.platform.partner.PartnerKeys;
import org.nxsi.platform.partner.PaymentStatusReport;
import org.nxsi.platform.partner.Seal;
import org.nxsi.platform.partner.SealedMessage;
import org.nxsi.platform.partner.StatementRequest;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the banks in sealed messages. Any failure ends the step: there is no state between sent and not sent. */
@Component
public class BankCalls {

    private static final Duration LIMIT = Duration.ofSeconds(15);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private final JsonMapper json = new JsonMapper();
    private final URI partners;
    private final Seal seal;

    BankCalls(BaselineSettings settings) throws IOException {
        this.partners = settings.partnersUri();
        this.seal = new Seal(PartnerKeys.load(settings.keysDir()));
    }

    /** Hands in an order's bytes. @throws IOException unless the bank itself answers */
    public PaymentStatusReport order(String bank, String messageId, byte[] order)
            throws IOException, InterruptedException {
        return PaymentStatusReport.read(
                call(bank, "batches", MessageType.PAYMENT_ORDER, messageId, order, MessageType.PAYMENT_STATUS_REPORT));
    }

    /** One page of a payout account's statement, from 1. @throws IOException unless the bank itself answers */
    public AccountStatement statement(PayoutAccount account, LocalDate day, int page)
            throws IOException, InterruptedException {
        String id = "Q" + UUID.randomUUID().toString().replace("-", "");
        return AccountStatement.read(call(
                account.bank(),
                "statements",
                MessageType.STATEMENT_REQUEST,
                id,
                new StatementRequest(account.number(), day, page).write(),
                MessageType.ACCOUNT_STATEMENT));
    }

    /** Opens what a bank sent of its own accord. */
    public PaymentStatusReport report(String bank, byte[] envelope) {
        return PaymentStatusReport.read(
                seal.open(SealedMessage.fromJson(envelope), PartnerKeys.bank(bank), MessageType.PAYMENT_STATUS_REPORT)
                        .content());
    }

    /**
     * Has the treasury put money on a payout account, once per reference.
     *
     * @return the advice number
     */
    public String allot(PayoutAccount account, long amount_fen, String reference)
            throws IOException, InterruptedException {
        byte[] body = json.writeValueAsBytes(Map.of(
                "bank", account.bank(), "scheme", account.scheme(), "amountFen", amount_fen, "reference", reference));
        byte[] answer = post("/oracle/treasury/allotments", "application/json", body);
        return json.readTree(answer).path("advice").stringValue();
    }

    private byte[] call(
            String bank, String resource, MessageType type, String messageId, byte[] content, MessageType expected)
            throws IOException, InterruptedException {
        SealedMessage message = seal.seal(PartnerKeys.bank(bank), type, messageId, content);
        byte[] answer = post("/banks/" + bank + "/" + resource, SealedMessage.MEDIA_TYPE, message.toJson());
        return seal.open(SealedMessage.fromJson(answer), PartnerKeys.bank(bank), expected)
                .content();
    }

    private byte[] post(String path, String type, byte[] body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(partners.resolve(path))
                .timeout(LIMIT)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream answer = response.body()) {
            if (response.statusCode() != 200) {
                throw new IOException(path + " answers " + response.statusCode());
            }
            return answer.readNBytes(SealedMessage.MAX_BYTES + 1);
        }
    }
}
