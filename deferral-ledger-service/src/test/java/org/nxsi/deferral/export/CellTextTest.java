package org.nxsi.deferral.export;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+86", "-5", "@SUM(A1)", "\t=1", " =1", "＝1", "\n=cmd|' /C calc'!A0"})
    void what_begins_like_a_formula_gets_an_apostrophe(String text) {
        assertThat(CellText.of(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234.00", "疫情影响", "a=b", "2020-02", "他说\"好\",明天来"})
    void all_else_stays_as_it_is(String text) {
        assertThat(CellText.of(text)).isEqualTo(text);
    }

    @Test
    void what_no_file_can_hold_is_replaced() {
        assertThat(CellText.of("a\u0000b\u001Fc")).isEqualTo("a b c");
        assertThat(CellText.of("\uD83D\uDE00x\uD83D")).isEqualTo("\uD83D\uDE00x\uFFFD");
        assertThat(CellText.of("one\r\ntwo\rthree")).isEqualTo("one\ntwo\nthree");
    }

    @Test
    void no_cell_is_longer_than_a_spreadsheet_holds() {
        assertThat(CellText.of("长".repeat(40_000))).hasSize(CellText.LONGEST).endsWith("…");
        assertThat(CellText.of("\uD83D\uDE00".repeat(20_000)))
                .hasSizeLessThanOrEqualTo(CellText.LONGEST)
                .doesNotContain("\uFFFD");
    }

    @Property
    void no_text_whatever_begins_like_a_formula(@ForAll String text) {
        String cell = CellText.of(text);

        assertThat(cell.stripLeading())
                .doesNotStartWith("=")
                .doesNotStartWith("+")
                .doesNotStartWith("-");
        assertThat(cell).doesNotStartWith("@").doesNotStartWith("\t");
        assertThat(CellText.of(cell)).isEqualTo(cell);
    }
}
