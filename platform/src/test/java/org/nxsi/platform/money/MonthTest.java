package org.nxsi.platform.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DateTimeException;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class MonthTest {

    @Test
    void a_month_is_written_with_year_and_number() {
        assertThat(Month.parse("2020-03")).isEqualTo(new Month(2020, 3)).hasToString("2020-03");
        assertThat(Month.of(LocalDate.of(2020, 3, 31))).isEqualTo(new Month(2020, 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "2020-3", "2020-13", "2020-00", "202003", "1899-12", "2200-01", "2020-03-01", "２０２０-03"})
    void another_text_is_no_month(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Month.parse(text));
    }

    @Test
    void a_month_knows_its_days() {
        assertThat(Month.parse("2020-02").lastDay()).isEqualTo(LocalDate.of(2020, 2, 29));
        assertThat(Month.parse("2020-02").firstDay()).isEqualTo(LocalDate.of(2020, 2, 1));
        assertThat(Month.parse("2020-02").day(15)).isEqualTo(LocalDate.of(2020, 2, 15));
        assertThatExceptionOfType(DateTimeException.class)
                .isThrownBy(() -> Month.parse("2021-02").day(29));
    }

    @Test
    void it_is_a_plain_json_string() {
        JsonMapper json = JsonMapper.builder().build();

        assertThat(json.writeValueAsString(Month.parse("2020-03"))).isEqualTo("\"2020-03\"");
        assertThat(json.readValue("\"2020-03\"", Month.class)).isEqualTo(Month.parse("2020-03"));
    }

    @Property
    void every_month_reads_back_as_written(@ForAll("months") Month month) {
        assertThat(Month.parse(month.toString())).isEqualTo(month);
    }

    @Property
    void the_distance_is_what_was_added(
            @ForAll("months") Month month, @ForAll @IntRange(min = -600, max = 600) int by) {
        assertThat(month.until(month.plus(by))).isEqualTo(by);
        assertThat(month.plus(by).plus(-by)).isEqualTo(month);
        assertThat(month.plus(by).isAfter(month)).isEqualTo(by > 0);
        assertThat(month.plus(by).isBefore(month)).isEqualTo(by < 0);
    }

    @Property
    void the_order_is_that_of_the_notation(@ForAll("months") Month one, @ForAll("months") Month other) {
        assertThat(Integer.signum(one.compareTo(other)))
                .isEqualTo(Integer.signum(one.toString().compareTo(other.toString())));
    }

    @Provide
    Arbitrary<Month> months() {
        return Combinators.combine(
                        Arbitraries.integers().between(1950, 2149),
                        Arbitraries.integers().between(1, 12))
                .as(Month::new);
    }
}
