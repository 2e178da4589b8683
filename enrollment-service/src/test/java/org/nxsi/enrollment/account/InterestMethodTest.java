package org.nxsi.enrollment.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.nxsi.enrollment.account.InterestMethod.Flow;
import org.nxsi.platform.money.Fen;

/** 50,000.00 before, 400.00 a month, 7.61 %: by each of the methods (劳办发〔1997〕116号). */
class InterestMethodTest {

    private static final Fen BEFORE = Fen.ofYuan("50000.00");
    private static final BigDecimal RATE = new BigDecimal("0.0761");
    private static final List<Flow> MONTHLY = IntStream.rangeClosed(1, 12)
            .mapToObj(month -> new Flow(month, Fen.ofYuan("400.00")))
            .toList();

    @Test
    void by_month_product_58802_86_stand_at_the_end_of_the_year() {
        assertThat(closing(InterestMethod.MONTH_PRODUCT)).hasToString("58802.86");
        assertThat(InterestMethod.MONTH_PRODUCT.interest(BEFORE, List.of(), RATE))
                .hasToString("3805.00");
        assertThat(InterestMethod.MONTH_PRODUCT.interest(Fen.ZERO, MONTHLY, RATE))
                .hasToString("197.86");
    }

    @Test
    void by_the_annual_approximation_it_is_58802_80() {
        assertThat(closing(InterestMethod.ANNUAL_APPROXIMATION)).hasToString("58802.80");
    }

    @Test
    void where_money_of_the_year_bears_no_interest_it_is_58605_00() {
        assertThat(closing(InterestMethod.NONE_IN_YEAR)).hasToString("58605.00");
    }

    @Test
    void what_arrives_in_january_earns_the_whole_year_and_in_december_one_month() {
        Fen hundred = Fen.ofYuan("1200.00");

        assertThat(interestOf(new Flow(1, hundred))).hasToString("91.32");
        assertThat(interestOf(new Flow(12, hundred))).hasToString("7.61");
    }

    @Test
    void a_method_that_nobody_knows_is_not_guessed() {
        assertThatThrownBy(() -> InterestMethod.parse("compound-daily")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new Flow(13, Fen.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void money_that_comes_and_goes_in_the_same_month_earns_nothing(
            @ForAll @IntRange(min = 1, max = 12) int month, @ForAll @LongRange(min = 1, max = 10_000_000) long fen) {
        for (InterestMethod method : InterestMethod.values()) {
            List<Flow> thereAndBack = List.of(new Flow(month, Fen.of(fen)), new Flow(month, Fen.of(-fen)));
            assertThat(method.interest(BEFORE, thereAndBack, RATE)).isEqualTo(method.interest(BEFORE, List.of(), RATE));
        }
    }

    @Property
    void money_that_arrives_earlier_never_earns_less(
            @ForAll @IntRange(min = 1, max = 11) int month, @ForAll @LongRange(min = 1, max = 10_000_000) long fen) {
        assertThat(interestOf(new Flow(month, Fen.of(fen))))
                .isGreaterThanOrEqualTo(interestOf(new Flow(month + 1, Fen.of(fen))));
    }

    private static Fen interestOf(Flow flow) {
        return InterestMethod.MONTH_PRODUCT.interest(Fen.ZERO, List.of(flow), RATE);
    }

    private static Fen closing(InterestMethod method) {
        Fen paid = MONTHLY.stream().map(Flow::amount).reduce(Fen.ZERO, Fen::plus);
        return BEFORE.plus(paid).plus(method.interest(BEFORE, MONTHLY, RATE));
    }
}
