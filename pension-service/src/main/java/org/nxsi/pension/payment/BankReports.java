package org.nxsi.pension.payment;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.Topics;
import org.nxsi.platform.events.Outbox;
import org.nxsi.platform.events.OutboxEvent;
import org.nxsi.platform.events.OutboxRelay;
import org.nxsi.platform.partner.PaymentStatusReport;
import org.nxsi.platform.partner.Seal;
import org.nxsi.platform.partner.TransactionStatus;
import org.nxsi.platform.store.MissingDocuments;
import org.springframework.stereotype.Component;

/** What banks have reported, kept before anybody is told that it arrived, then applied by whichever instance is free. */
@Component
class BankReports {

    static final String RECEIVED = "pension.bank-report-received";

    /** Digits that tell reports under one id apart. */
    private static final int OTHER_WORDS = 16;

    private final MongoCollection<Document> reports;
    private final OutboxRelay relay;

    BankReports(MongoDatabase database, OutboxRelay relay) {
        this.reports = database.getCollection("bank_reports");
        this.relay = relay;
        relay.watch(reports);
    }

    /**
     * A kept report.
     *
     * @param id {@code <bank>/<report's message id>}
     */
    record Kept(String id, String bank, PaymentStatusReport report, boolean applied) {}

    /**
     * Keeps a report that says something final about somebody; the second arrival of the same report is nothing new. A
     * bank that says something else under an id that it has used is heard all the same.
     */
    void keep(String bank, PaymentStatusReport report) {
        if (saysSomethingFinal(report)) {
            keep(bank, report, report.write());
        }
    }

    /** The same for a report whose bytes are here: they are kept as the bank wrote them. */
    void keep(String bank, PaymentStatusReport report, byte[] asReceived) {
        if (!saysSomethingFinal(report)) {
            return;
        }
        String id = bank + "/" + report.messageId();
        if (!insert(id, bank, report, asReceived)) {
            Kept before = byId(id);
            if (before != null && !before.report().lines().equals(report.lines())) {
                String words = Seal.digest(report.lines().toString().getBytes(StandardCharsets.UTF_8));
                insert(id + "+" + words.substring(0, OTHER_WORDS), bank, report, asReceived);
            }
        }
    }

    private boolean insert(String id, String bank, PaymentStatusReport report, byte[] asReceived) {
        String batch = batchOf(report.originalMessageId());
        OutboxEvent received = new OutboxEvent(id, Topics.BANK_WORDS, batch, RECEIVED, id, 1, Instant.now(), "{}");
        Document kept = new Document("_id", id)
                .append("bank", bank)
                .append("batch", batch)
                .append("applied", false)
                .append("receivedAt", new Date())
                .append("message", new Binary(Compressed.of(asReceived)));
        boolean isNew = MissingDocuments.insert(reports, List.of(Outbox.withEvents(kept, List.of(received))))
                .isEmpty();
        if (isNew) {
            relay.publish(reports, id);
        }
        return isNew;
    }

    private static boolean saysSomethingFinal(PaymentStatusReport report) {
        return report.lines().stream().anyMatch(line -> line.status() != TransactionStatus.PDNG);
    }

    @Nullable
    Kept byId(String id) {
        Document kept = reports.find(eq("_id", id)).first();
        if (kept == null) {
            return null;
        }
        byte[] message = Compressed.bytes(kept.get("message", Binary.class).getData());
        return new Kept(
                id, kept.getString("bank"), PaymentStatusReport.read(message), kept.getBoolean("applied", false));
    }

    void applied(String id) {
        reports.updateOne(
                and(eq("_id", id), eq("applied", false)),
                Updates.combine(Updates.set("applied", true), Updates.set("appliedAt", new Date())));
    }

    /** The batch behind a message id {@code <batch>-<attempt>}. */
    static String batchOf(String messageId) {
        int dash = messageId.lastIndexOf('-');
        return dash < 0 ? messageId : messageId.substring(0, dash);
    }
}
