package org.nxsi.pension.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.nxsi.pension.partner.BankLines;
import org.nxsi.pension.partner.PartnerBank;
import org.nxsi.pension.partner.PartnerBanks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks every second for batches that somebody has to ask about; of all instances one asks. A bank that is left alone,
 * or has enough to do, is passed over, so that its batches do not stand before those of the others.
 */
@Component
class Inquiries {

    private static final Logger log = LoggerFactory.getLogger(Inquiries.class);

    /** Longer than one call to a bank may take. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final Batches batches;
    private final TalkingToBank bank;
    private final BankQueues queues;
    private final BankLines lines;
    private final PartnerBanks banks;
    private final PaymentSettings settings;
    private boolean begun;

    Inquiries(
            Batches batches,
            TalkingToBank bank,
            BankQueues queues,
            BankLines lines,
            PartnerBanks banks,
            PaymentSettings settings) {
        this.batches = batches;
        this.bank = bank;
        this.queues = queues;
        this.lines = lines;
        this.banks = banks;
        this.settings = settings;
    }

    @Scheduled(initialDelay = 3_000, fixedDelay = 1_000)
    void ask() {
        Instant now = Instant.now();
        if (!begun) {
            batches.hurryReleased(now);
            begun = true;
        }
        Map<String, Integer> room = new TreeMap<>();
        for (PartnerBank each : banks.all()) {
            if (lines.to(each.code()).takeBackAgain()) {
                log.info("bank {} answers again: {} batches are due", each.code(), batches.hurry(each.code(), now));
            }
            int places = queues.room(each.code());
            if (places > 0) {
                room.put(each.code(), places);
            }
        }
        if (!room.isEmpty()) {
            batches.leaseDue(now, now.plus(LEASE), room, settings.inquiriesAtOnce())
                    .forEach(due -> queues.bring(due, this::ask));
        }
    }

    private void ask(Batch due) {
        switch (due.status()) {
            case RELEASED -> bank.send(due);
            case SENDING, UNKNOWN, SENT -> {
                if (due.notReceivedBy() == null) {
                    bank.inquire(due);
                } else {
                    bank.sendAgain(due);
                }
            }
            case SETTLED -> bank.inquireOnceMore(due);
            case CALCULATED, REFUSED -> log.info("batch {} needs no inquiry any more", due.id());
        }
    }
}
