package org.nxsi.pension.partner;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.nxsi.platform.partner.AccountStatement;
import org.nxsi.platform.partner.Inquiry;
import org.nxsi.platform.partner.MalformedMessage;
import org.nxsi.platform.partner.MessageType;
import org.nxsi.platform.partner.OpenedMessage;
import org.nxsi.platform.partner.PartnerKeys;
import org.nxsi.platform.partner.PaymentStatusReport;
import org.nxsi.platform.partner.Seal;
import org.nxsi.platform.partner.SealedMessage;
import org.nxsi.platform.partner.StatementRequest;
import org.nxsi.platform.partner.UntrustedMessage;
import org.springframework.stereotype.Component;

/** Speaks to the partner banks in sealed messages. Whatever is not a bank's signed word is silence. */
@Component
public class BankClient {

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private final PartnerSettings settings;
    private final Seal seal;

    BankClient(PartnerSettings settings) throws IOException {
        this.settings = settings;
        this.seal = new Seal(PartnerKeys.load(settings.keysDir()));
    }

    /** Hands in an order's canonical bytes. @throws BankSilent when no trustworthy answer came */
    public PaymentStatusReport order(Passage to, String messageId, byte[] order) {
        return reportOn(to, messageId, "batches", MessageType.PAYMENT_ORDER, messageId, order);
    }

    /** Asks what became of an order (查询查复). @throws BankSilent when no trustworthy answer came */
    public PaymentStatusReport inquire(Passage to, String messageId) {
        byte[] inquiry = new Inquiry(messageId).write();
        return reportOn(to, messageId, "inquiries", MessageType.INQUIRY, newId(), inquiry);
    }

    /** One page of a payout account's statement. @throws BankSilent when no trustworthy answer came */
    public AccountStatement statement(Passage to, String account, LocalDate date, int page) {
        byte[] request = new StatementRequest(account, date, page).write();
        String bank = to.bank();
        return trusted(to, () -> {
            AccountStatement statement = AccountStatement.read(call(
                    bank,
                    "statements",
                    MessageType.STATEMENT_REQUEST,
                    newId(),
                    request,
                    MessageType.ACCOUNT_STATEMENT));
            boolean isWhatWasAsked =
                    statement.account().equals(account) && statement.date().equals(date) && statement.page() == page;
            return unlessOther(bank, isWhatWasAsked, statement);
        });
    }

    /** An older answer, however well signed, is no answer to this question. */
    private PaymentStatusReport reportOn(
            Passage to, String orderId, String resource, MessageType type, String messageId, byte[] content) {
        String bank = to.bank();
        return trusted(to, () -> {
            PaymentStatusReport report = PaymentStatusReport.read(
                    call(bank, resource, type, messageId, content, MessageType.PAYMENT_STATUS_REPORT));
            return unlessOther(bank, report.originalMessageId().equals(orderId), report);
        });
    }

    /**
     * Opens what a bank sent us of its own accord.
     *
     * @throws UntrustedMessage unless the bank itself signed it for us
     * @throws MalformedMessage for anything that is no envelope
     */
    public OpenedMessage open(String bank, byte[] envelope) {
        return seal.open(SealedMessage.fromJson(envelope), PartnerKeys.bank(bank), MessageType.PAYMENT_STATUS_REPORT);
    }

    private byte[] call(
            String bank, String resource, MessageType type, String messageId, byte[] content, MessageType expected)
            throws IOException, InterruptedException {
        SealedMessage message = seal.seal(PartnerKeys.bank(bank), type, messageId, content);
        HttpRequest request = HttpRequest.newBuilder(settings.uri().resolve("/banks/" + bank + "/" + resource))
                .timeout(Duration.ofMillis(settings.timeout_ms()))
                .header("Content-Type", SealedMessage.MEDIA_TYPE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(message.toJson()))
                .build();
        return seal.open(SealedMessage.fromJson(send(bank, request)), PartnerKeys.bank(bank), expected)
                .content();
    }

    private static <T> T trusted(Passage to, Answer<T> answer) {
        return to.call(() -> trusted(to.bank(), answer));
    }

    private static <T> T trusted(String bank, Answer<T> answer) {
        try {
            return answer.get();
        } catch (IOException failed) {
            throw new BankSilent(bank, failed.toString(), failed);
        } catch (UntrustedMessage | MalformedMessage notItsWord) {
            throw new BankSilent(bank, "answer is not its word: " + notItsWord.getMessage(), notItsWord);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BankSilent(bank, "interrupted", interrupted);
        }
    }

    private static <T> T unlessOther(String bank, boolean isWhatWasAsked, T answer) {
        if (!isWhatWasAsked) {
            throw new BankSilent(bank, "answers another question");
        }
        return answer;
    }

    private byte[] send(String bank, HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            byte[] answer = body.readNBytes(SealedMessage.MAX_BYTES + 1);
            if (response.statusCode() != 200) {
                throw new BankSilent(bank, "HTTP " + response.statusCode());
            }
            return answer;
        }
    }

    private static String newId() {
        return "Q" + UUID.randomUUID().toString().replace("-", "");
    }

    private interface Answer<T> {
        T get() throws IOException, InterruptedException;
    }
}
