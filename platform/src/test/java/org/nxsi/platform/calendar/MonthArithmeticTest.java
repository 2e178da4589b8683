package org.nxsi.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.Dates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nxsi.platform.money.Month;

class MonthArithmeticTest {

    private static final String CLAUSE = "民法总则 第二百零三条";
    private static final RestDayRule MOVES = RestDayRule.nextWorkingDay(CLAUSE);
    private static final WorkingDays DAYS = WorkingDays.official();

    @ParameterizedTest
    @CsvSource({
        "2020-06-30,3,2020-09-30",
        "2020-11-30,3,2021-02-28",
        "2019-11-30,3,2020-02-29",
        "2020-01-31,1,2020-02-29",
        "2020-03-15,0,2020-03-15",
        "2020-12-31,6,2021-06-30"
    })
    void months_end_on_the_same_day_or_on_the_last(LocalDate from, int months, LocalDate end) {
        assertThat(MonthArithmetic.plus(from, months)).isEqualTo(end);
    }

    @Test
    void a_last_day_on_a_sunday_moves_by_the_clause_and_says_so() {
        LastDay last = MonthArithmetic.lastDay(LocalDate.of(2020, 11, 30), 3, MOVES, DAYS);

        assertThat(last).isEqualTo(new LastDay(LocalDate.of(2021, 3, 1), LocalDate.of(2021, 2, 28), CLAUSE));
        assertThat(last.isMissedOn(LocalDate.of(2021, 3, 1))).isFalse();
        assertThat(last.isMissedOn(LocalDate.of(2021, 3, 2))).isTrue();
    }

    @Test
    void without_the_rule_the_last_day_stays_on_the_sunday() {
        LastDay last = MonthArithmetic.lastDay(LocalDate.of(2020, 11, 30), 3, RestDayRule.STAYS, DAYS);

        assertThat(last.date()).isEqualTo(LocalDate.of(2021, 2, 28));
        assertThat(last.moved()).isFalse();
    }

    @Test
    void a_last_day_that_is_worked_names_no_clause() {
        assertThat(MonthArithmetic.lastDay(LocalDate.of(2020, 6, 30), 3, MOVES, DAYS))
                .isEqualTo(new LastDay(LocalDate.of(2020, 9, 30), LocalDate.of(2020, 9, 30), null));
    }

    @Test
    void the_rule_needs_the_calendar_of_the_last_day() {
        assertThatExceptionOfType(CalendarUnknown.class)
                .isThrownBy(() -> MonthArithmetic.lastDay(LocalDate.of(2025, 11, 30), 3, MOVES, DAYS));
        assertThat(MonthArithmetic.lastDay(LocalDate.of(2025, 11, 30), 3, RestDayRule.STAYS, DAYS)
                        .date())
                .isEqualTo(LocalDate.of(2026, 2, 28));
    }

    @Test
    void a_senseless_number_of_months_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> MonthArithmetic.plus(LocalDate.of(2020, 1, 1), -1));
    }

    @Property
    void the_end_lies_in_the_right_month_and_never_after_the_same_day(
            @ForAll("days") LocalDate from, @ForAll @IntRange(max = 60) int months) {
        LocalDate end = MonthArithmetic.plus(from, months);

        assertThat(Month.of(from).until(Month.of(end))).isEqualTo(months);
        assertThat(end.getDayOfMonth()).isEqualTo(Math.min(from.getDayOfMonth(), end.lengthOfMonth()));
    }

    @Property
    void a_moved_last_day_is_a_working_day_with_only_rest_days_skipped(
            @ForAll("days") LocalDate from, @ForAll @IntRange(max = 6) int months) {
        LastDay last = MonthArithmetic.lastDay(from, months, MOVES, DAYS);

        assertThat(DAYS.isWorkingDay(last.date())).isTrue();
        assertThat(last.reckoned().datesUntil(last.date())).noneMatch(DAYS::isWorkingDay);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Dates.dates().between(LocalDate.of(2019, 1, 1), LocalDate.of(2025, 6, 1));
    }
}
