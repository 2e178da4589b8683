package org.nxsi.deferral.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import net.jqwik.api.Example;
import org.nxsi.platform.calendar.CalendarUnknown;
import org.nxsi.platform.calendar.RestDayRule;
import org.nxsi.platform.calendar.WorkingDays;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.policy.PolicyData;
import org.nxsi.platform.policy.PolicyUnknown;

class DeadlineTest {

    private static final int MONTHS = 3;
    private static final RestDayRule MOVES = RestDayRule.nextWorkingDay("民法总则 第二百零三条");
    private static final WorkingDays CALENDAR = WorkingDays.official();
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2024, 12, 31);

    private final Deadlines shipped = new Deadlines(PolicyData.shipped());

    @Example
    void lifted_on_30_june_it_is_30_september() {
        Deadline deadline = shipped.after(AreaCode.NINGXIA, LocalDate.of(2020, 6, 30));

        assertThat(deadline).isEqualTo(new Deadline(LocalDate.of(2020, 9, 30), LocalDate.of(2020, 9, 30), null));
    }

    @Example
    void lifted_on_30_november_it_is_28_february_and_as_that_is_a_sunday_1_march_by_the_law_of_that_day() {
        Deadline deadline = shipped.after(AreaCode.parse("640104"), LocalDate.of(2020, 11, 30));

        assertThat(deadline.reckoned()).isEqualTo("2021-02-28");
        assertThat(deadline.date()).isEqualTo("2021-03-01");
        assertThat(deadline.movedBy()).isEqualTo("民法典 第二百零三条");
    }

    @Example
    void lifted_on_30_november_2023_it_is_the_leap_day() {
        assertThat(Deadline.after(LocalDate.of(2023, 11, 30), MONTHS, MOVES, CALENDAR)
                        .date())
                .isEqualTo("2024-02-29");
    }

    @Example
    void where_the_policy_lets_it_stay_a_rest_day_is_the_last_day() {
        Deadlines stays = new Deadlines(PolicyData.shipped().with("stays.yaml", """
                        policies:
                          - key: deferral.rest_day_rule
                            region: "640000"
                            scheme: all
                            valid_from: 2020-01-23
                            value: false
                            unit: switch
                            provenance: test
                            status: provisional
                        """));

        assertThat(stays.after(AreaCode.NINGXIA, LocalDate.of(2020, 11, 30)))
                .isEqualTo(new Deadline(LocalDate.of(2021, 2, 28), LocalDate.of(2021, 2, 28), null));
    }

    @Example
    void what_is_not_known_is_refused_by_name() {
        assertThatThrownBy(() -> new Deadlines(PolicyData.empty()).after(AreaCode.NINGXIA, FIRST))
                .isInstanceOf(PolicyUnknown.class)
                .hasMessageContaining("deferral.make_up_months");
        assertThatThrownBy(() -> shipped.after(AreaCode.NINGXIA, LocalDate.of(2025, 12, 1)))
                .isInstanceOf(CalendarUnknown.class)
                .hasMessageContaining("2026");
    }

    /** Every day, not a sample: month ends, leap days and holidays are all among them. */
    @Example
    void for_every_day_of_lifting_it_is_never_earlier_than_reckoned_and_at_most_the_next_working_day() {
        for (LocalDate lifted = FIRST; !lifted.isAfter(LAST); lifted = lifted.plusDays(1)) {
            Deadline stays = Deadline.after(lifted, MONTHS, RestDayRule.STAYS, CALENDAR);
            Deadline moves = Deadline.after(lifted, MONTHS, MOVES, CALENDAR);

            assertThat(stays.date()).as("lifted %s", lifted).isEqualTo(threeMonthsAfter(lifted));
            assertThat(moves.reckoned()).isEqualTo(stays.date());
            assertThat(moves.date()).isAfterOrEqualTo(moves.reckoned());
            assertThat(CALENDAR.isWorkingDay(moves.date()))
                    .as("lifted %s", lifted)
                    .isTrue();
            for (LocalDate day = moves.reckoned(); day.isBefore(moves.date()); day = day.plusDays(1)) {
                assertThat(CALENDAR.isWorkingDay(day))
                        .as("%s is passed over", day)
                        .isFalse();
            }
            assertThat(moves.movedBy() != null).isEqualTo(moves.date().isAfter(moves.reckoned()));
        }
    }

    @Example
    void a_later_lifting_never_has_an_earlier_deadline() {
        LocalDate before = LocalDate.MIN;
        for (LocalDate lifted = FIRST; !lifted.isAfter(LAST); lifted = lifted.plusDays(1)) {
            LocalDate deadline = Deadline.after(lifted, MONTHS, MOVES, CALENDAR).date();
            assertThat(deadline).isAfterOrEqualTo(before);
            before = deadline;
        }
    }

    /** Reckoned without the platform's arithmetic: the same day, or the month's last. */
    private static LocalDate threeMonthsAfter(LocalDate day) {
        YearMonth month = YearMonth.of(
                day.getMonthValue() > 9 ? day.getYear() + 1 : day.getYear(), (day.getMonthValue() + 2) % 12 + 1);
        return month.atDay(Math.min(day.getDayOfMonth(), month.lengthOfMonth()));
    }
}
