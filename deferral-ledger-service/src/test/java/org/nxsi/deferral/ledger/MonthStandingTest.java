package org.nxsi.deferral.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nxsi.deferral.ledger.Postings.entry;
import static org.nxsi.deferral.ledger.Postings.expired;
import static org.nxsi.deferral.ledger.Postings.madeUp;
import static org.nxsi.deferral.ledger.Postings.opened;
import static org.nxsi.deferral.ledger.Postings.reopened;
import static org.nxsi.deferral.ledger.Postings.until;
import static org.nxsi.deferral.ledger.Postings.withdrawn;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MonthStandingTest {

    private static final PeriodEnd UNTIL_SEPTEMBER = until("2020-09-30");
    private static final Posting OPENED = opened("a", "110", "1600.00");

    @Test
    void a_deferred_month_is_no_gap_and_does_not_count_yet() {
        MonthStanding standing = on("2020-09-30", entry(UNTIL_SEPTEMBER, OPENED));

        assertThat(standing).isEqualTo(MonthStanding.DEFERRED);
        assertThat(standing.isGap()).isFalse();
        assertThat(standing.counts()).isFalse();
    }

    @Test
    void while_no_lifting_is_published_it_stays_deferred() {
        assertThat(on("2024-12-31", entry(PeriodEnd.NONE, OPENED))).isEqualTo(MonthStanding.DEFERRED);
    }

    @Test
    void once_made_up_it_counts() {
        MonthStanding standing =
                on("2020-12-01", entry(UNTIL_SEPTEMBER, OPENED, madeUp("b", "110", null, "2020-09-30")));

        assertThat(standing).isEqualTo(MonthStanding.MADE_UP);
        assertThat(standing.counts()).isTrue();
    }

    @Test
    void unpaid_after_the_deadline_it_is_missing_whether_the_entry_is_marked_or_not() {
        assertThat(on("2020-10-01", entry(UNTIL_SEPTEMBER, OPENED))).isEqualTo(MonthStanding.MISSING);
        assertThat(on("2020-10-02", entry(UNTIL_SEPTEMBER, OPENED, expired("2020-09-30", "2020-10-01"))))
                .isEqualTo(MonthStanding.MISSING);
        assertThat(MonthStanding.MISSING.isGap()).isTrue();
    }

    @Test
    void a_part_of_it_paid_does_not_save_it() {
        Entry part = entry(UNTIL_SEPTEMBER, OPENED, madeUp("b", "110", "10.00", "2020-05-20"));

        assertThat(on("2020-09-30", part)).isEqualTo(MonthStanding.DEFERRED);
        assertThat(on("2020-10-01", part)).isEqualTo(MonthStanding.MISSING);
    }

    @Test
    void opened_again_by_two_people_after_the_deadline_it_is_deferred_again() {
        Entry reopened = entry(
                UNTIL_SEPTEMBER, OPENED, expired("2020-09-30", "2020-10-01"), reopened("r", "expired|2020-09-30"));

        assertThat(on("2020-10-20", reopened)).isEqualTo(MonthStanding.DEFERRED);
    }

    @Test
    void of_what_was_withdrawn_or_is_only_awaited_the_ledger_says_nothing() {
        assertThat(MonthStanding.of(entry(PeriodEnd.NONE, OPENED, withdrawn("w")), LocalDate.MAX))
                .isNull();
        assertThat(MonthStanding.of(entry(PeriodEnd.NONE, madeUp("b", "110", null, "2020-05-20")), LocalDate.MAX))
                .isNull();
    }

    private static MonthStanding on(String day, Entry entry) {
        return MonthStanding.of(entry, LocalDate.parse(day));
    }
}
