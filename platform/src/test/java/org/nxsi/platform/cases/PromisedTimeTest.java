package org.nxsi.platform.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.Dates;
import org.junit.jupiter.api.Test;
import org.nxsi.platform.calendar.WorkingDays;
import org.nxsi.platform.cases.PromisedTime.Stop;

class PromisedTimeTest {

    private static final WorkingDays DAYS = WorkingDays.official();
    private static final LocalDate MONDAY = LocalDate.of(2020, 3, 2);

    @Test
    void without_a_stop_it_runs_in_working_days_from_the_day_after() {
        assertThat(PromisedTime.of(MONDAY, 5).dueOn(DAYS)).isEqualTo(LocalDate.of(2020, 3, 9));
        assertThat(PromisedTime.of(LocalDate.of(2020, 1, 22), 5).dueOn(DAYS)).isEqualTo(LocalDate.of(2020, 2, 6));
    }

    @Test
    void while_it_stands_still_nothing_is_due() {
        PromisedTime stopped = PromisedTime.of(MONDAY, 5).stopped(LocalDate.of(2020, 3, 4));

        assertThat(stopped.dueOn(DAYS)).isNull();
        assertThat(stopped.isMissedOn(LocalDate.of(2020, 12, 31), DAYS)).isFalse();
    }

    @Test
    void a_stop_moves_the_end_by_the_working_days_that_it_lasted() {
        PromisedTime gone =
                PromisedTime.of(MONDAY, 5).stopped(LocalDate.of(2020, 3, 4)).goingOn(LocalDate.of(2020, 3, 11));

        assertThat(gone.dueOn(DAYS)).isEqualTo(LocalDate.of(2020, 3, 16));
    }

    @Test
    void a_stop_after_the_end_does_not_save_the_promise() {
        PromisedTime late = PromisedTime.of(MONDAY, 5).stopped(LocalDate.of(2020, 3, 10));

        assertThat(late.dueOn(DAYS)).isEqualTo(LocalDate.of(2020, 3, 9));
        assertThat(late.isMissedOn(LocalDate.of(2020, 3, 9), DAYS)).isFalse();
        assertThat(late.isMissedOn(LocalDate.of(2020, 3, 10), DAYS)).isTrue();
    }

    @Test
    void stops_out_of_order_and_senseless_promises_are_refused() {
        Stop open = new Stop(MONDAY, null);
        Stop later = new Stop(MONDAY.plusDays(3), MONDAY.plusDays(4));

        assertThatIllegalArgumentException().isThrownBy(() -> new PromisedTime(MONDAY, 5, List.of(open, later)));
        assertThatIllegalArgumentException().isThrownBy(() -> new PromisedTime(MONDAY.plusDays(4), 5, List.of(later)));
        assertThatIllegalArgumentException().isThrownBy(() -> PromisedTime.of(MONDAY, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> PromisedTime.of(MONDAY, 251));
        assertThatIllegalArgumentException().isThrownBy(() -> new Stop(MONDAY, MONDAY.minusDays(1)));
    }

    @Property
    void exactly_the_promised_number_of_days_is_counted_outside_the_stop(
            @ForAll("days") LocalDate from,
            @ForAll @IntRange(min = 1, max = 30) int days,
            @ForAll @IntRange(max = 40) int untilStop,
            @ForAll @IntRange(max = 40) int lasting) {
        LocalDate since = from.plusDays(untilStop);
        LocalDate until = since.plusDays(lasting);
        LocalDate due = Objects.requireNonNull(
                PromisedTime.of(from, days).stopped(since).goingOn(until).dueOn(DAYS));

        long counted = from.plusDays(1)
                .datesUntil(due.plusDays(1))
                .filter(DAYS::isWorkingDay)
                .filter(day -> !day.isAfter(since) || day.isAfter(until))
                .count();
        assertThat(counted).isEqualTo(days);
        assertThat(DAYS.isWorkingDay(due)).isTrue();
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Dates.dates().between(LocalDate.of(2019, 1, 1), LocalDate.of(2025, 6, 1));
    }
}
