package org.nxsi.platform.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class FenTest {

    private static final long MOST = 9_999_999_999_999_999L;

    @ParameterizedTest
    @CsvSource({"4477.36,447736", "0.00,0", "-12.05,-1205", "0.01,1", "99999999999999.99,9999999999999999"})
    void an_amount_is_written_in_yuan_and_kept_in_fen(String yuan, long amount_fen) {
        assertThat(Fen.ofYuan(yuan)).isEqualTo(Fen.of(amount_fen)).hasToString(yuan);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "12.5", "12.345", "1,200.50", "+1.00", "01.00", ".50", "1e2", "１.００", " 1.00"})
    void any_other_notation_is_refused(String yuan) {
        assertThatIllegalArgumentException().isThrownBy(() -> Fen.ofYuan(yuan));
    }

    @ParameterizedTest
    @CsvSource({"2828.365,2828.37", "2828.3649,2828.36", "0.005,0.01", "-0.005,-0.01", "688.859999,688.86"})
    void money_is_rounded_half_up(BigDecimal exact, String yuan) {
        assertThat(Fen.rounded(exact)).hasToString(yuan);
    }

    @Test
    void the_parts_of_the_official_calculation_table_add_up() {
        assertThat(Fen.ofYuan("2828.37").plus(Fen.ofYuan("688.86")).plus(Fen.ofYuan("960.13")))
                .isEqualTo(Fen.ofYuan("4477.35").plus(Fen.of(1)));
    }

    @Test
    void an_overflow_is_an_error_and_never_a_wrong_amount() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Fen.of(Long.MAX_VALUE).plus(Fen.of(1)));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Fen.of(Long.MIN_VALUE).negated());
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Fen.of(Long.MIN_VALUE).minus(Fen.of(1)));
    }

    @Test
    void it_is_a_decimal_string_in_json() {
        JsonMapper json = JsonMapper.builder().build();

        assertThat(json.writeValueAsString(Fen.of(447736))).isEqualTo("\"4477.36\"");
        assertThat(json.readValue("\"4477.36\"", Fen.class)).isEqualTo(Fen.of(447736));
    }

    @Property
    void every_amount_reads_back_as_written(@ForAll @LongRange(min = -MOST, max = MOST) long amount_fen) {
        assertThat(Fen.ofYuan(Fen.of(amount_fen).toString())).isEqualTo(Fen.of(amount_fen));
    }

    @Property
    void what_is_added_can_be_taken_away(
            @ForAll @LongRange(min = -MOST, max = MOST) long one,
            @ForAll @LongRange(min = -MOST, max = MOST) long other) {
        assertThat(Fen.of(one).plus(Fen.of(other)).minus(Fen.of(other))).isEqualTo(Fen.of(one));
        assertThat(Fen.of(one).minus(Fen.of(other)))
                .isEqualTo(Fen.of(other).minus(Fen.of(one)).negated());
    }

    @Property
    void rounding_is_never_more_than_half_a_fen_away(
            @ForAll @BigRange(min = "-1000000", max = "1000000") @Scale(6) BigDecimal exact) {
        assertThat(Fen.rounded(exact).yuan().subtract(exact).abs()).isLessThanOrEqualTo(new BigDecimal("0.005"));
    }

    @Property
    void the_order_is_that_of_the_amounts(@ForAll long one, @ForAll long other) {
        assertThat(Integer.signum(Fen.of(one).compareTo(Fen.of(other))))
                .isEqualTo(Integer.signum(Long.compare(one, other)));
    }
}
