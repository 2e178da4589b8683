package org.nxsi.pension.payment;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import java.time.Instant;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.instruction.Instructions;
import org.nxsi.pension.partner.BankClient;
import org.nxsi.pension.partner.BankSilent;
import org.nxsi.pension.partner.PartnerBanks;
import org.nxsi.platform.clock.BusinessClock;
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
    private final Orders orders;
    private final Instructions instructions;
    private final PartnerBanks banks;
    private final BankClient client;
    private final BankReports reports;
    private final PaymentSettings settings;
    private final BusinessClock clock;

    TalkingToBank(
            Batches batches,
            Orders orders,
            Instructions instructions,
            PartnerBanks banks,
            BankClient client,
            BankReports reports,
            PaymentSettings settings,
            BusinessClock clock) {
        this.batches = batches;
        this.orders = orders;
        this.instructions = instructions;
        this.banks = banks;
        this.client = client;
        this.reports = reports;
        this.settings = settings;
        this.clock = clock;
    }

    /** Sends a released batch. Whoever else tries at the same time finds that it has moved on. */
    void send(Batch released) {
        String messageId = released.id() + "-" + (released.attempt() + 1);
        Orders.Order order = orders.storedOnce(
                messageId,
                () -> OrderOfBatch.of(
                                released,
                                messageId,
                                banks.get(released.bank()),
                                instructions.ofBatch(released.id()),
                                Instant.now(),
                                clock.today())
                        .write());
        Batch sending = batches.step(
                released,
                List.of(BatchStatus.RELEASED),
                combine(
                        set("status", BatchStatus.SENDING),
                        set("attempt", released.attempt() + 1),
                        set("messageId", messageId),
                        set("digest", order.digest()),
                        set("nextInquiryAt", Instant.now().plus(settings.reportWithin())),
                        unset("refusal")));
        if (sending != null) {
            deliver(sending, order);
        }
    }

    /** Asks what became of a batch, and goes by the answer. */
    void inquire(Batch batch) {
        String messageId = sentAs(batch);
        PaymentStatusReport answer;
        try {
            answer = client.inquire(batch.bank(), messageId);
        } catch (BankSilent silent) {
            log.warn(
                    "batch {} still unknown after {} inquiries: {}",
                    batch.id(),
                    batch.inquiries() + 1,
                    silent.getMessage());
            batches.step(batch, UNDER_WAY, unknown(batch.inquiries() + 1));
            return;
        }
        if (answer.isNotFound()) {
            Batch sending = batches.step(batch, UNDER_WAY, set("status", BatchStatus.SENDING));
            if (sending != null) {
                log.info("batch {} is not at the bank: the same message goes again", batch.id());
                deliver(sending, orders.stored(messageId));
            }
        } else {
            hear(batch, answer);
        }
    }

    private void deliver(Batch sending, Orders.Order order) {
        try {
            hear(sending, client.order(sending.bank(), order.messageId(), order.bytes()));
        } catch (BankSilent silent) {
            log.warn("batch {} is unknown: {}", sending.id(), silent.getMessage());
            batches.step(sending, List.of(BatchStatus.SENDING), unknown(0));
        }
    }

    private void hear(Batch batch, PaymentStatusReport answer) {
        if (answer.isAccepted()) {
            batches.step(
                    batch,
                    UNDER_WAY,
                    combine(
                            set("status", BatchStatus.SENT),
                            set("inquiries", 0),
                            set("nextInquiryAt", Instant.now().plus(settings.reportWithin()))));
            reports.keep(batch.bank(), answer);
        } else if (answer.isFinalRefusal()) {
            log.error("ALARM bank {} refused batch {}: {}", batch.bank(), batch.id(), answer.reason());
            batches.step(
                    batch,
                    UNDER_WAY,
                    combine(
                            set("status", BatchStatus.REFUSED),
                            set("refusal", String.valueOf(answer.reason())),
                            unset("nextInquiryAt")));
        } else {
            log.error("ALARM batch {}: bank {} says {}", batch.id(), batch.bank(), answer.reason());
            batches.step(batch, UNDER_WAY, unknown(batch.inquiries() + 1));
        }
    }

    private Bson unknown(int silences) {
        return combine(
                set("status", BatchStatus.UNKNOWN),
                set("inquiries", silences),
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
