package org.nxsi.platform.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.Dates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nxsi.platform.identity.AreaCode;
import tools.jackson.databind.json.JsonMapper;

class CaseNumberTest {

    private static final CaseNumber NUMBER = new CaseNumber(AreaCode.parse("640104"), LocalDate.of(2020, 2, 10), 123);

    @Test
    void a_number_reads_as_area_day_serial_and_check_digit() {
        assertThat(NUMBER).hasToString("NX640104-20200210-000123-7");
        assertThat(CaseNumber.parse("NX640104-20200210-000123-7")).isEqualTo(NUMBER);
    }

    @Test
    void it_is_a_plain_json_string() {
        JsonMapper json = JsonMapper.builder().build();

        assertThat(json.writeValueAsString(NUMBER)).isEqualTo("\"NX640104-20200210-000123-7\"");
        assertThat(json.readValue("\"NX640104-20200210-000123-7\"", CaseNumber.class))
                .isEqualTo(NUMBER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "NX640104-20200210-000123-8",
                "nx640104-20200210-000123-7",
                "NX640104-20200230-000123-7",
                "NX640199-20200210-000123-7",
                "NX640104-20200210-000000-3",
                "NX640104-20200210-123-7",
                "NX640104-20200210-000123-7 ",
            })
    void another_text_is_no_case_number(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> CaseNumber.parse(text));
    }

    @Test
    void a_serial_number_has_its_limits() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CaseNumber(AreaCode.NINGXIA, LocalDate.of(2020, 1, 1), 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CaseNumber(AreaCode.NINGXIA, LocalDate.of(2020, 1, 1), 1_000_000));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CaseNumber(AreaCode.NINGXIA, LocalDate.of(1999, 1, 1), 1));
    }

    @Property
    void every_number_reads_back_as_written(@ForAll("numbers") CaseNumber number) {
        assertThat(CaseNumber.parse(number.toString())).isEqualTo(number);
    }

    @Property
    void one_wrong_digit_is_always_noticed(
            @ForAll("numbers") CaseNumber number,
            @ForAll @IntRange(max = 20) int place,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        char[] text = number.toString().toCharArray();
        int at = place + 2 + (place >= 6 ? 1 : 0) + (place >= 14 ? 1 : 0) + (place >= 20 ? 1 : 0);
        text[at] = (char) ('0' + (text[at] - '0' + by) % 10);

        assertThatIllegalArgumentException().isThrownBy(() -> CaseNumber.parse(new String(text)));
    }

    @Provide
    Arbitrary<CaseNumber> numbers() {
        return Combinators.combine(
                        Arbitraries.of(AreaCode.all()),
                        Dates.dates().between(LocalDate.of(2019, 1, 1), LocalDate.of(2025, 12, 31)),
                        Arbitraries.integers().between(1, 999_999))
                .as(CaseNumber::new);
    }
}
