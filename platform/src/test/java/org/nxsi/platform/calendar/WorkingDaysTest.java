package org.nxsi.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.Dates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

    private static final WorkingDays DAYS = WorkingDays.official();

    @ParameterizedTest
    @CsvSource({
        "2020-01-19,true", // a Sunday worked for the Spring Festival
        "2020-01-24,false",
        "2020-01-31,false", // a Friday, rest by the extension of 2020
        "2020-02-01,false", // first announced as worked, then rest by the extension
        "2020-02-02,false",
        "2020-02-03,true",
        "2020-04-26,true",
        "2020-05-05,false",
        "2020-06-28,true",
        "2020-10-08,false",
        "2019-05-05,true", // by the amendment of 2019
        "2019-05-02,false",
        "2022-12-31,false", // belongs to the notice of 2023
        "2025-02-08,true",
        "2021-03-06,false",
        "2021-03-08,true",
    })
    void the_official_notices_decide(LocalDate day, boolean worked) {
        assertThat(DAYS.isWorkingDay(day)).isEqualTo(worked);
    }

    @ParameterizedTest
    @CsvSource({"2019,250", "2020,249", "2021,250", "2022,249", "2023,249", "2024,251", "2025,248"})
    void a_year_has_as_many_working_days_as_counted_by_hand(int year, int workingDays) {
        assertThat(DAYS.between(LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31)))
                .isEqualTo(workingDays);
    }

    @Test
    void a_year_without_data_is_refused_by_name() {
        assertThatExceptionOfType(CalendarUnknown.class)
                .isThrownBy(() -> DAYS.isWorkingDay(LocalDate.of(2026, 1, 5)))
                .matches(refusal -> refusal.year() == 2026)
                .withMessageContaining("2026");
        assertThatExceptionOfType(CalendarUnknown.class)
                .isThrownBy(() -> DAYS.plus(LocalDate.of(2025, 12, 31), 1))
                .matches(refusal -> refusal.year() == 2026 && refusal.code().equals("calendar-unknown"));
        assertThatExceptionOfType(CalendarUnknown.class).isThrownBy(() -> DAYS.notices(2018));
    }

    @Test
    void each_year_names_the_notices_it_rests_on() {
        assertThat(DAYS.notices(2020)).hasSize(2).last().asString().contains("延长2020年春节假期");
        for (int year = 2019; year <= 2025; year++) {
            assertThat(DAYS.notices(year)).isNotEmpty().allMatch(notice -> notice.startsWith("国务院办公厅关于"));
        }
    }

    @Test
    void a_period_does_not_count_the_day_it_starts_from() {
        assertThat(DAYS.plus(LocalDate.of(2020, 1, 22), 5)).isEqualTo(LocalDate.of(2020, 2, 6));
        assertThat(DAYS.plus(LocalDate.of(2020, 1, 25), 0)).isEqualTo(LocalDate.of(2020, 1, 25));
        assertThat(DAYS.plus(LocalDate.of(2020, 1, 25), 1)).isEqualTo(LocalDate.of(2020, 2, 3));
    }

    @Test
    void a_senseless_number_of_days_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> DAYS.plus(LocalDate.of(2020, 1, 1), -1));
        assertThatIllegalArgumentException().isThrownBy(() -> DAYS.plus(LocalDate.of(2020, 1, 1), 1_001));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "year,2030|line 2: the year has no notice",
                "year,x|line 2: no year",
                "rest,2030-02-30|line 2: no date",
                "work,2030-01-01|line 2: a make-up workday on a weekday",
                "holiday,2030-01-01|line 2: the kind is not",
                "rest|line 2: no date",
            })
    void a_doubtful_line_is_refused_with_its_number(String line, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkingDays.of(List.of("# remark", line)))
                .withMessageContaining(message);
    }

    @Test
    void a_day_listed_twice_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkingDays.of(List.of("rest,2030-01-01", "rest,2030-01-01")))
                .withMessageContaining("line 2: the day is listed twice");
    }

    @Property
    void next_and_previous_lead_to_working_days_with_none_between(@ForAll("days") LocalDate day) {
        LocalDate next = DAYS.next(day);
        LocalDate previous = DAYS.previous(day);

        assertThat(DAYS.isWorkingDay(next) && DAYS.isWorkingDay(previous)).isTrue();
        assertThat(DAYS.between(day, next)).isEqualTo(1);
        assertThat(DAYS.between(previous, day)).isEqualTo(DAYS.isWorkingDay(day) ? 1 : 0);
    }

    @Property
    void counting_undoes_adding(@ForAll("days") LocalDate day, @ForAll @IntRange(max = 60) int days) {
        assertThat(DAYS.between(day, DAYS.plus(day, days))).isEqualTo(days);
    }

    @Property
    void adding_in_two_steps_is_adding_at_once(
            @ForAll("days") LocalDate day,
            @ForAll @IntRange(max = 30) int first,
            @ForAll @IntRange(max = 30) int then) {
        assertThat(DAYS.plus(DAYS.plus(day, first), then)).isEqualTo(DAYS.plus(day, first + then));
    }

    @Property
    void a_working_day_is_its_own_nearest(@ForAll("days") LocalDate day) {
        assertThat(DAYS.onOrAfter(day).equals(day)).isEqualTo(DAYS.isWorkingDay(day));
        assertThat(DAYS.onOrBefore(day).equals(day)).isEqualTo(DAYS.isWorkingDay(day));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Dates.dates().between(LocalDate.of(2019, 1, 5), LocalDate.of(2025, 9, 1));
    }
}
