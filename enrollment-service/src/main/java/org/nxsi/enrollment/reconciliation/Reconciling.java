package org.nxsi.enrollment.reconciliation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.collector.PaymentNotice;
import org.nxsi.enrollment.collector.PaymentNotices;
import org.nxsi.platform.clock.BusinessClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Matches days whose turn it is: the last complete issue of their statement against the notices kept of that day. All of it
 * may be repeated. A day is matched again by itself for some weeks, since notices may still come.
 */
@Component
class Reconciling {

    private static final int AT_ONCE = 1_000;
    private static final int DAYS_OPEN = 60;
    private static final int DAYS_MATCHED = 35;

    private final DailyStatements statements;
    private final Differences differences;
    private final PaymentNotices notices;
    private final BusinessClock clock;
    private final Duration again;

    Reconciling(
            DailyStatements statements,
            Differences differences,
            PaymentNotices notices,
            BusinessClock clock,
            @Value("${nxsi.reconciliation.again-after:PT1H}") Duration again) {
        this.statements = statements;
        this.differences = differences;
        this.notices = notices;
        this.clock = clock;
        this.again = again;
    }

    /** Matches all days whose turn it is. */
    void workOff() {
        ReconciledDay day = statements.lease();
        while (day != null && !Thread.currentThread().isInterrupted()) {
            match(day);
            day = statements.lease();
        }
    }

    private void match(ReconciledDay day) {
        List<StatementPage> pages = lastComplete(day.id());
        if (pages.isEmpty()) {
            statements.waits(day);
            return;
        }
        StatementHead head = pages.getFirst().head();
        Matching matching = new Matching(head, pages, Instant.now());
        List<PaymentNotice> some = List.of();
        do {
            String after = some.isEmpty() ? null : some.getLast().id();
            some = notices.ofDay(day.collector(), day.day(), after, AT_ONCE);
            some.forEach(matching::add);
        } while (some.size() == AT_ONCE);
        int open = differences.found(day.id(), matching.differences());
        statements.matched(day, head.issue(), matching.sides(), open, next(day, open));
    }

    private List<StatementPage> lastComplete(String day) {
        for (int issue = statements.lastIssue(day); issue > 0; issue--) {
            List<StatementPage> pages = statements.pages(day, issue);
            if (!pages.isEmpty() && pages.size() == pages.getFirst().head().pages()) {
                return pages;
            }
        }
        return List.of();
    }

    private @Nullable Instant next(ReconciledDay day, int open) {
        int days = open > 0 ? DAYS_OPEN : DAYS_MATCHED;
        return day.day().plusDays(days).isBefore(clock.today())
                ? null
                : Instant.now().plus(again);
    }
}
