package org.nxsi.pension.payment;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.min;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.partner.BankClient;
import org.nxsi.pension.partner.BankLines;
import org.nxsi.pension.partner.BankNotReached;
import org.nxsi.pension.partner.BankSilent;
import org.nxsi.pension.partner.Passage;
import org.nxsi.platform.partner.PaymentStatusReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends a batch once, or asks about it. The bytes are stored first; silence makes it UNKNOWN; the same bytes go again
 * only after the bank's signed "not found".
 */
@Component
class TalkingToBank {

    private static final Logger log = LoggerFactory.getLogger(TalkingToBank.class);
    private static final List<BatchStatus> UNDER_WAY =
            List.of(BatchStatus.SENDING, BatchStatus.UNKNOWN, BatchStatus.SENT);

    private final Batches batches;
    private final Sealing sealing;
    private final Orders orders;
    private final OrderDesks desks;
    private final BankLines lines;
    private final BankClient client;
    private final BankReports reports;
    private final AwaitedWords awaited;
    private final PaymentSettings settings;

    TalkingToBank(
            Batches batches,
            Sealing sealing,
            Orders orders,
            OrderDesks desks,
            BankLines lines,
            BankClient client,
            BankReports reports,
            AwaitedWords awaited,
            PaymentSettings settings) {
        this.batches = batches;
        this.sealing = sealing;
        this.orders = orders;
        this.desks = desks;
        this.lines = lines;
        this.client = client;
        this.reports = reports;
        this.awaited = awaited;
        this.settings = settings;
    }

    /**
     * Sends a released batch, unless its bank is being left alone: then it stays released. Whoever else tries at the same
     * time finds that it has moved on.
     */
    void send(Batch released) {
        awaited.await(released.bank(), released.id());
        try (Passage passage = lines.enter(released.bank())) {
            send(passage, released);
        } catch (BankNotReached away) {
            awaited.heard(released.bank(), released.id());
            postpone(released);
        }
    }

    private void send(Passage passage, Batch unsealed) {
        Batch released = sealing.seal(unsealed);
        if (released == null) {
            return;
        }
        String messageId = released.id() + "-" + (released.attempt() + 1);
        Orders.Order order = desks.orderOf(released, messageId);
        Batch sending = batches.step(
                released,
                List.of(BatchStatus.RELEASED),
                combine(
                        set("status", BatchStatus.SENDING),
                        set("attempt", released.attempt() + 1),
                        set("messageId", messageId),
                        set("digest", order.digest()),
                        set("sentAt", Instant.now()),
                        set("nextInquiryAt", Instant.now().plus(settings.reportWithin())),
                        set("waitingSince", Instant.now()),
                        set("asked", 0),
                        unset("escalation"),
                        unset("refusal")));
        if (sending != null) {
            deliver(passage, sending, order);
        }
    }

    /** Asks what became of a batch, and goes by the answer. */
    void inquire(Batch batch) {
        String messageId = sentAs(batch);
        PaymentStatusReport answer;
        try (Passage passage = lines.enter(batch.bank())) {
            answer = client.inquire(passage, messageId);
        } catch (BankNotReached away) {
            postpone(batch);
            return;
        } catch (BankSilent silent) {
            log.warn(
                    "batch {} still unknown after {} inquiries: {}",
                    batch.id(),
                    batch.inquiries() + 1,
                    silent.getMessage());
            batches.step(batch, UNDER_WAY, unknown(batch, batch.inquiries() + 1));
            return;
        }
        if (answer.isNotFound()) {
            sendAgain(batch);
        } else {
            hear(batch, answer);
        }
    }

    /** Asks about a batch that has all its final words: the bank may have taken one back since. */
    void inquireOnceMore(Batch settled) {
        try (Passage passage = lines.enter(settled.bank())) {
            PaymentStatusReport answer = client.inquire(passage, sentAs(settled));
            if (answer.isAccepted()) {
                reports.keep(settled.bank(), answer);
            }
            batches.askedOnceMore(settled, null);
        } catch (BankNotReached | BankSilent silent) {
            batches.askedOnceMore(settled, Instant.now().plus(settings.longestWait()));
        }
    }

    /** The same bytes under the same id, after the bank's or two people's word that the bank does not have them. */
    void sendAgain(Batch batch) {
        try (Passage passage = lines.enter(batch.bank())) {
            Batch sending =
                    batches.step(batch, UNDER_WAY, combine(set("status", BatchStatus.SENDING), unset("notReceivedBy")));
            if (sending != null) {
                log.info("batch {} is not at the bank: the same message goes again", batch.id());
                deliver(passage, sending, orders.stored(sentAs(batch)));
            }
        } catch (BankNotReached away) {
            postpone(batch);
        }
    }

    private void deliver(Passage passage, Batch sending, Orders.Order order) {
        try {
            hear(sending, client.order(passage, order.messageId(), order.bytes()));
        } catch (BankSilent silent) {
            log.warn("batch {} is unknown: {}", sending.id(), silent.getMessage());
            awaited.heard(sending.bank(), sending.id());
            batches.step(sending, List.of(BatchStatus.SENDING), unknown(sending, 0));
        }
    }

    /** Due again as soon as the bank is no longer left alone. */
    private void postpone(Batch batch) {
        batches.postpone(batch, Instant.now().plus(settings.firstInquiry()));
    }

    private void hear(Batch batch, PaymentStatusReport answer) {
        if (answer.isAccepted()) {
            batches.step(batch, UNDER_WAY, accepted(batch));
            reports.keep(batch.bank(), answer);
        } else if (answer.isFinalRefusal()) {
            log.error("ALARM bank {} refused batch {}: {}", batch.bank(), batch.id(), answer.reason());
            batches.step(
                    batch,
                    UNDER_WAY,
                    combine(
                            set("status", BatchStatus.REFUSED),
                            set("refusal", String.valueOf(answer.reason())),
                            unset("escalation"),
                            unset("waitingSince"),
                            unset("nextInquiryAt")));
        } else {
            log.error("ALARM batch {}: bank {} says {}", batch.id(), batch.bank(), answer.reason());
            batches.step(batch, UNDER_WAY, unknown(batch, batch.inquiries() + 1));
        }
    }

    /** Asked about again and again, it is waited for since its acceptance; the first word after silence ends that silence. */
    private Bson accepted(Batch batch) {
        List<Bson> changes = new ArrayList<>(List.of(
                set("status", BatchStatus.SENT),
                set("inquiries", 0),
                set("nextInquiryAt", Instant.now().plus(settings.reportWithin()))));
        if (batch.status() == BatchStatus.SENT && batch.inquiries() == 0) {
            changes.add(set("asked", batch.asked() + 1));
        } else {
            changes.addAll(List.of(set("waitingSince", Instant.now()), set("asked", 0), unset("escalation")));
        }
        return combine(changes);
    }

    private Bson unknown(Batch batch, int silences) {
        return combine(
                set("status", BatchStatus.UNKNOWN),
                set("inquiries", silences),
                set("asked", batch.asked() + 1),
                min("waitingSince", Instant.now()),
                set("nextInquiryAt", Instant.now().plus(settings.waitAfter(silences))));
    }

    private static String sentAs(Batch batch) {
        @Nullable String messageId = batch.messageId();
        if (messageId == null) {
            throw new IllegalStateException("batch " + batch.id() + " was never sent");
        }
        return messageId;
    }
}
