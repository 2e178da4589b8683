package org.nxsi.deferral.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nxsi.deferral.Topics;
import org.nxsi.deferral.ledger.Entries;
import org.nxsi.deferral.ledger.Entry;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.events.OutboxEvent;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The daily step: whoever has something to make up in 30, 7 or 1 days is reminded, once per entry, deadline and step,
 * however often it runs and wherever. A batch is written once, with its event; only when each of it has its notice the
 * next one is cut, from those who have none. So instances that run at the same time help one another.
 */
@Component
class Reminding {

    static final String DUE = "deferral.reminders-due";

    private static final int AT_ONCE = 1_000;

    private final Entries entries;
    private final Notices notices;
    private final ReminderBatches batches;
    private final BusinessClock clock;
    private final JsonMapper json;
    private final Duration again;

    Reminding(
            Entries entries,
            Notices notices,
            ReminderBatches batches,
            BusinessClock clock,
            JsonMapper json,
            @Value("${nxsi.deferral.reminders.again:1h}") Duration again) {
        this.entries = entries;
        this.notices = notices;
        this.batches = batches;
        this.clock = clock;
        this.json = json;
        this.again = again;
    }

    /** A line of the event. */
    private record Line(String entry, String subjectKind, String subjectId, String kind, String month, String area) {}

    @Scheduled(
            initialDelayString = "${nxsi.deferral.reminders.look:30s}",
            fixedDelayString = "${nxsi.deferral.reminders.look:30s}")
    void look() {
        remind(clock.today());
    }

    void remind(LocalDate today) {
        for (ReminderStep step : ReminderStep.values()) {
            LocalDate furthest = step.furthest(today);
            for (LocalDate day = step.nearest(today); !day.isAfter(furthest); day = day.plusDays(1)) {
                remind(day, step, today);
            }
        }
    }

    private void remind(LocalDate deadline, ReminderStep step, LocalDate today) {
        ReminderPass pass = begun(deadline, step);
        while (pass != null && !pass.isDone(today, again)) {
            List<Entry> page = entries.expiringAfter(deadline, pass.after(), AT_ONCE);
            if (page.isEmpty()) {
                batches.end(pass, today);
                return;
            }
            remind(pass, step, page, today);
            pass = batches.pass(pass.id());
        }
    }

    /** Nothing is kept of days on which nobody has a deadline. */
    private @Nullable ReminderPass begun(LocalDate deadline, ReminderStep step) {
        ReminderPass pass = batches.pass(ReminderPass.id(deadline, step));
        if (pass != null || entries.expiringAfter(deadline, null, 1).isEmpty()) {
            return pass;
        }
        return batches.begin(ReminderPass.beginning(deadline, step));
    }

    private void remind(ReminderPass pass, ReminderStep step, List<Entry> page, LocalDate today) {
        List<Notice> all = page.stream()
                .map(each -> Notice.of(each, pass.deadline(), step, today))
                .toList();
        Set<String> there = notices.there(all.stream().map(Notice::id).toList());
        List<Notice> due =
                all.stream().filter(each -> !there.contains(each.id())).toList();
        String after = page.getLast().id();
        if (due.isEmpty()) {
            batches.advance(pass, pass.batch(), after);
            return;
        }
        ReminderBatch own = new ReminderBatch(pass.id() + "|" + pass.batch(), after, due);
        ReminderBatch kept = batches.keep(own, event(own, pass, page));
        notices.add(kept.notices());
        batches.advance(pass, pass.batch() + 1, kept.after());
    }

    private OutboxEvent event(ReminderBatch batch, ReminderPass pass, List<Entry> page) {
        Set<String> due = batch.notices().stream().map(Notice::entry).collect(Collectors.toSet());
        List<Line> lines = page.stream()
                .filter(each -> due.contains(each.id()))
                .map(each -> new Line(
                        each.id(),
                        each.subjectKind().name(),
                        each.subjectId(),
                        each.kind().name(),
                        each.month().toString(),
                        each.area()))
                .toList();
        Map<String, Object> data = Map.of("deadline", pass.deadline().toString(), "days", pass.days(), "lines", lines);
        return new OutboxEvent(
                DUE + "/" + batch.id(),
                Topics.EVENTS,
                pass.deadline().toString(),
                DUE,
                batch.id(),
                1,
                Instant.now(),
                json.writeValueAsString(data));
    }
}
