package org.nxsi.deferral.consequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.policy.PolicyData;
import org.nxsi.platform.policy.PolicyUnknown;

class LateFeeTest {

    private static final PolicyRates RATES = new PolicyRates(PolicyData.shipped(), AreaCode.parse("640104"), "110");
    private static final LocalDate DUE = LocalDate.parse("2020-02-25");

    @Test
    void ten_thousand_yuan_for_forty_seven_days_are_235_yuan() {
        LateFee fee = LateFee.of(Fen.ofYuan("10000.00"), DUE, DUE.plusDays(47), RATES::on);

        assertThat(fee.days()).isEqualTo(47);
        assertThat(fee.fee()).isEqualTo(Fen.ofYuan("235.00"));
        assertThat(fee.stretches()).singleElement().satisfies(only -> {
            assertThat(only.from()).isEqualTo("2020-02-26");
            assertThat(only.to()).isEqualTo(DUE.plusDays(47));
            assertThat(only.policy().docNo()).isEqualTo("社会保险法");
        });
    }

    @ParameterizedTest
    @CsvSource({"2020-02-24, 0, 0.00", "2020-02-25, 0, 0.00", "2020-02-26, 1, 5.00", "2020-03-01, 5, 25.00"})
    void it_begins_on_the_day_after_the_due_date(LocalDate paidOn, long days, String fee) {
        LateFee late = LateFee.of(Fen.ofYuan("10000.00"), DUE, paidOn, RATES::on);

        assertThat(late.days()).isEqualTo(days);
        assertThat(late.fee()).isEqualTo(Fen.ofYuan(fee));
    }

    @Test
    void each_day_has_the_rate_that_held_on_it() {
        LateFee fee = LateFee.of(
                Fen.ofYuan("1000.00"), LocalDate.parse("2011-06-28"), LocalDate.parse("2011-07-03"), RATES::on);

        assertThat(fee.stretches()).extracting(LateFee.Stretch::days).containsExactly(2L, 3L);
        assertThat(fee.stretches()).extracting(each -> each.policy().docNo()).containsExactly("社会保险费征缴暂行条例", "社会保险法");
        assertThat(fee.fee()).isEqualTo(Fen.ofYuan("5.50"));
    }

    @Property
    void it_is_simple_interest_rounded_half_up_once(
            @ForAll @LongRange(min = 0, max = 100_000_000_00L) long base_fen,
            @ForAll @IntRange(min = 0, max = 2_000) int days) {
        LateFee fee = LateFee.of(Fen.of(base_fen), DUE, DUE.plusDays(days), RATES::on);

        BigDecimal exact =
                BigDecimal.valueOf(base_fen).multiply(new BigDecimal("0.0005")).multiply(BigDecimal.valueOf(days));
        assertThat(fee.fee().amount_fen())
                .isEqualTo(exact.setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    @Test
    void while_an_approved_postponement_runs_nothing_is_counted_and_after_it_the_usual_rate() {
        LocalDate last = LocalDate.parse("2020-07-31");

        LateFee during = LateFee.of(Fen.ofYuan("10000.00"), DUE, last, day -> RATES.postponedUntil(last, day));
        LateFee after =
                LateFee.of(Fen.ofYuan("10000.00"), DUE, last.plusDays(3), day -> RATES.postponedUntil(last, day));

        assertThat(during.fee()).isEqualTo(Fen.ZERO);
        assertThat(during.stretches()).extracting(each -> each.policy().key()).containsOnly("late_fee.while_postponed");
        assertThat(after.fee()).isEqualTo(Fen.ofYuan("15.00"));
    }

    @Test
    void whether_it_is_waived_in_the_emergency_nobody_knows_and_the_missing_document_is_named() {
        assertThatThrownBy(() -> RATES.waiver(DUE))
                .isInstanceOfSatisfying(
                        PolicyUnknown.class,
                        unknown -> assertThat(unknown.missing()).isEqualTo("自治区关于疫情期间延期缴费免收滞纳金的文件"));
    }

    @Test
    void a_negative_amount_or_a_hundred_years_are_mistakes() {
        assertThatThrownBy(() -> LateFee.of(Fen.of(-1), DUE, DUE, RATES::on))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LateFee.of(Fen.of(1), DUE, DUE.plusYears(101), RATES::on))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, 2020-02-25, false, NOT_LATE",
                "-, 2020-08-01, false, IN_WINDOW",
                "2020-09-30, 2020-09-30, false, IN_WINDOW",
                "2020-09-30, 2020-10-01, false, UNDECIDED",
                "2020-09-30, 2020-10-01, true, NORMAL_RULES",
                "2020-09-30, 2020-09-30, true, IN_WINDOW"
            })
    void until_the_deadline_the_window_holds_and_after_it_a_person_decides(
            LocalDate deadline, LocalDate paidOn, boolean decided, Ground ground) {
        assertThat(Ground.of(DUE, deadline, paidOn, decided)).isEqualTo(ground);
    }
}
