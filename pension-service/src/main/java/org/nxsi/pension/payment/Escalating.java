package org.nxsi.pension.payment;

import java.time.Instant;
import java.util.Map;
import org.nxsi.pension.Topics;
import org.nxsi.pension.partner.BankLines;
import org.nxsi.platform.events.OutboxEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts batches whose bank stays silent on a list for people. Silence is time and questions: so long, and so many
 * inquiries in vain. While a bank is left alone the calls that try it speak for all its batches. Asking goes on.
 */
@Component
class Escalating {

    private static final Logger log = LoggerFactory.getLogger(Escalating.class);
    private static final String ESCALATED = "pension.batch-escalated";
    private static final int AT_ONCE = 200;

    private final Batches batches;
    private final BankLines lines;
    private final PaymentSettings settings;
    private final JsonMapper json;

    Escalating(Batches batches, BankLines lines, PaymentSettings settings, JsonMapper json) {
        this.batches = batches;
        this.lines = lines;
        this.settings = settings;
        this.json = json;
    }

    @Scheduled(initialDelay = 5_000, fixedDelayString = "${nxsi.pension.payment.escalation-look:10s}")
    void look() {
        Instant now = Instant.now();
        for (Batch silent : batches.waitingSince(now.minus(settings.escalateAfter()), AT_ONCE)) {
            int asked = Math.max(silent.asked(), lines.to(silent.bank()).unanswered());
            if (asked >= settings.escalateAsked()) {
                escalate(silent, new Escalation(Escalation.reasonOf(silent), now));
            }
        }
    }

    private void escalate(Batch silent, Escalation escalation) {
        if (batches.escalate(silent, escalation, event(silent, escalation))) {
            log.error(
                    "ALARM batch {} of {} payees and {} yuan is escalated: {} since {}, asked {} times",
                    silent.id(),
                    silent.count(),
                    silent.amount(),
                    escalation.reason(),
                    silent.waitingSince(),
                    silent.asked());
        }
    }

    private OutboxEvent event(Batch silent, Escalation escalation) {
        String data = json.writeValueAsString(Map.of(
                "batch", silent.id(),
                "run", silent.run(),
                "bank", silent.bank(),
                "reason", escalation.reason(),
                "waitingSince", String.valueOf(silent.waitingSince()),
                "asked", silent.asked(),
                "count", silent.count(),
                "amount", silent.amount().toString()));
        return new OutboxEvent(
                silent.id() + "/escalated/" + escalation.since().toEpochMilli(),
                Topics.EVENTS,
                silent.id(),
                ESCALATED,
                silent.id(),
                1,
                escalation.since(),
                data);
    }
}
