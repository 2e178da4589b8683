package org.nxsi.pension.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nxsi.platform.web.ProblemException;

class RosterHeaderTest {

    private static final Charset GB_18030 = Charset.forName("GB18030");

    @Test
    void utf_8_is_recognised_with_and_without_a_mark() {
        RosterHeader expected = new RosterHeader(RosterEncoding.UTF_8, 13);

        assertThat(header(RosterFile.HEADER, StandardCharsets.UTF_8)).isEqualTo(expected);
        assertThat(header("\uFEFF" + RosterFile.HEADER, StandardCharsets.UTF_8)).isEqualTo(expected);
    }

    @Test
    void gb_18030_is_recognised() {
        assertThat(header(RosterFile.HEADER, GB_18030)).isEqualTo(new RosterHeader(RosterEncoding.GB_18030, 13));
    }

    @Test
    void the_simulated_banks_column_is_optional() {
        assertThat(header(RosterFile.HEADER + ",银行侧状态", GB_18030).columns()).isEqualTo(14);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "社会保障号码",
                "姓名,社会保障号码",
                RosterFile.HEADER + ",备注",
                RosterFile.HEADER + ",银行侧状态,备注",
                " " + RosterFile.HEADER
            })
    void another_header_is_refused(String header) {
        assertThatThrownBy(() -> header(header, StandardCharsets.UTF_8)).satisfies(code("roster-header"));
    }

    @Test
    void an_empty_file_has_no_header() {
        assertThatThrownBy(() -> RosterHeader.of(null)).satisfies(code("roster-header"));
    }

    @Test
    void bytes_of_another_encoding_are_refused_as_such() {
        assertThatThrownBy(() -> RosterHeader.of(RosterFile.HEADER.getBytes(StandardCharsets.UTF_16)))
                .satisfies(code("roster-encoding"));
        assertThatThrownBy(() -> RosterHeader.of(new byte[] {(byte) 0xFF, (byte) 0xFF, 'a'}))
                .satisfies(code("roster-encoding"));
    }

    private static RosterHeader header(String text, Charset charset) {
        return RosterHeader.of(text.getBytes(charset));
    }

    private static java.util.function.Consumer<Throwable> code(String code) {
        return refused ->
                assertThat(((ProblemException) refused).problem().code()).isEqualTo(code);
    }
}
