package org.nxsi.pension.reconciliation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.difference.Differences;
import org.nxsi.pension.partner.BankNotReached;
import org.nxsi.pension.partner.BankSilent;
import org.nxsi.pension.partner.PartnerBank;
import org.nxsi.pension.partner.PartnerBanks;
import org.nxsi.pension.payment.Batches;
import org.nxsi.platform.clock.BusinessClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Every bank's every day is matched once it is over on the business clock, also a day on which we know of nothing: what
 * comes back late and silently stands there. Days with open differences are matched again on every new day.
 */
@Component
class MatchingDays {

    private static final Logger log = LoggerFactory.getLogger(MatchingDays.class);
    private static final String SWEEP = "sweep";

    /** After it a reading that a crash cut off begins anew. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    private static final int AT_ONCE = 50;

    /** A day with differences is matched anew by itself until it has been matched so often. */
    private static final int MOST_ROUNDS_BY_ITSELF = 5;

    private final PartnerBanks banks;
    private final Batches batches;
    private final StatementDays days;
    private final StatementReaders readers;
    private final DayMatching matching;
    private final Differences differences;
    private final BusinessClock clock;
    private final StatementSettings settings;

    private volatile @Nullable LocalDate sweptOn;

    MatchingDays(
            PartnerBanks banks,
            Batches batches,
            StatementDays days,
            StatementReaders readers,
            DayMatching matching,
            Differences differences,
            BusinessClock clock,
            StatementSettings settings) {
        this.banks = banks;
        this.batches = batches;
        this.days = days;
        this.readers = readers;
        this.matching = matching;
        this.differences = differences;
        this.clock = clock;
        this.settings = settings;
    }

    /** Finance wants a day matched, for the first time or again. */
    StatementDay want(String bank, LocalDate day, String by) {
        String id = StatementDay.idOf(bank, day);
        StatementDay before = days.byId(id);
        if (before == null) {
            days.want(List.of(StatementDay.wanted(bank, day, by, Instant.now())));
        } else {
            days.wantAgain(before, by);
        }
        StatementDay wanted = days.byId(id);
        if (wanted == null) {
            throw new IllegalStateException("statement day " + id + " was just stored");
        }
        return wanted;
    }

    @Scheduled(initialDelay = 5_000, fixedDelay = 1_000)
    void look() {
        LocalDate today = clock.today();
        if (settings.sweep() && !today.equals(sweptOn)) {
            banks.all().forEach(bank -> sweep(bank, today));
            sweptOn = today;
        }
        days.banksWithDue(Instant.now()).stream()
                .filter(readers::isFree)
                .forEach(bank -> readers.read(bank, () -> readDue(bank)));
    }

    /** One bank's days one after the other, the earliest first: a line that a day lacks may stand on a later one. */
    private void readDue(String bank) {
        for (int i = 0; i < AT_ONCE && readers.isThere(bank); i++) {
            Instant now = Instant.now();
            StatementDay due = days.firstDue(bank, now);
            if (due == null) {
                return;
            }
            if (days.lease(due, now.plus(LEASE))) {
                read(due);
            }
        }
    }

    private void sweep(PartnerBank bank, LocalDate today) {
        LocalDate earliest = today.minusDays(settings.daysBack());
        LocalDate booked = batches.firstBookedSince(bank.code(), earliest);
        LocalDate known = days.firstSince(bank.code(), earliest);
        LocalDate from = booked == null || known != null && known.isBefore(booked) ? known : booked;
        if (from == null) {
            return;
        }
        List<StatementDay> wanted = new ArrayList<>();
        for (LocalDate day = from; day.isBefore(today); day = day.plusDays(1)) {
            wanted.add(StatementDay.wanted(bank.code(), day, SWEEP, Instant.now()));
        }
        days.want(wanted);
        for (LocalDate day = from; day.isBefore(today); day = day.plusDays(1)) {
            StatementDay matched = days.byId(StatementDay.idOf(bank.code(), day));
            if (matched != null && matched.done() && differences.unsettledOf(DayMatching.scopeOf(matched.id())) > 0) {
                days.lookAgain(matched, Instant.now());
            }
        }
    }

    /** Banks that were asked may have answered, and a statement may have been mended; with growing pauses. */
    private void lookAgain(StatementDay due) {
        StatementDay matched = due.round() < MOST_ROUNDS_BY_ITSELF ? days.byId(due.id()) : null;
        if (matched != null) {
            days.lookAgain(matched, Instant.now().plus(settings.later().multipliedBy(1L << (due.round() - 1))));
        }
    }

    private void read(StatementDay due) {
        try {
            DayMatching.Result result = matching.match(due);
            days.done(due, result.accounts(), result.differences(), Instant.now());
            if (result.differences() > 0) {
                log.warn("statements of {}: {} differences", due.id(), result.differences());
                lookAgain(due);
            }
        } catch (BankNotReached | BankSilent silent) {
            days.tryAgain(due, Instant.now().plus(settings.later()), String.valueOf(silent.getMessage()));
        } catch (RuntimeException failed) {
            log.error("ALARM statements of {} cannot be matched, tried again: {}", due.id(), failed.toString(), failed);
        }
    }
}
