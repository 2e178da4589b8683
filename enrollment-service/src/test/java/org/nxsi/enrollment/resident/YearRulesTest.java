package org.nxsi.enrollment.resident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nxsi.enrollment.assessment.Ground;
import org.nxsi.enrollment.assessment.Parts;
import org.nxsi.enrollment.putoff.PutOffKind;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.specialgroup.Label;
import org.nxsi.enrollment.specialgroup.PaidBy;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.identity.SocialNumber;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.policy.PolicyData;
import org.nxsi.platform.policy.PolicyUnknown;
import org.nxsi.platform.web.ProblemException;

class YearRulesTest {

    private static final AreaCode AREA = AreaCode.parse("640104");
    private static final PolicyData SAMPLE = PolicyData.shipped().with(Path.of("../local-stack/policies/demo.yaml"));
    private static final LocalDate IN_2020 = LocalDate.parse("2020-12-31");
    private static final MonthDay YEARS_END = MonthDay.of(12, 31);

    @Property
    void parts_add_up_for_every_grade_label_and_make_up(
            @ForAll("grades") Fen grade, @ForAll("labels") @Nullable Label label, @ForAll boolean madeUp) {
        YearAmounts amounts = amounts(grade, madeUp, label);
        Parts parts = amounts.parts(madeUp ? Ground.MADE_UP : Ground.RESIDENT);

        assertThat(amounts.payable().plus(amounts.governmentPays())).isEqualTo(grade);
        assertThat(parts.person().plus(parts.government())).isEqualTo(parts.account());
        assertThat(parts.account()).isEqualTo(grade.plus(amounts.subsidy()));
        assertThat(parts.owed()).isEqualTo(amounts.payable());
        assertThat(parts.employer()).isEqualTo(Fen.ZERO);
        if (madeUp) {
            assertThat(amounts.government()).isEqualTo(Fen.ZERO);
        } else {
            assertThat(amounts.subsidy().isPositive()).isTrue();
            assertThat(amounts.governmentPays().isPositive()).isEqualTo(label != null);
        }
    }

    @Test
    void the_government_pays_the_lowest_grade_for_the_poor_and_what_the_region_says_for_the_disabled() {
        assertThat(amounts(Fen.ofYuan("100.00"), false, Label.LOW_INCOME))
                .isEqualTo(new YearAmounts(Fen.ofYuan("100.00"), Fen.ofYuan("100.00"), Fen.ofYuan("30.00")));
        assertThat(amounts(Fen.ofYuan("500.00"), false, Label.EXTREME_POVERTY).payable())
                .isEqualTo(Fen.ofYuan("400.00"));
        assertThat(amounts(Fen.ofYuan("100.00"), false, Label.SEVERE_DISABILITY).payable())
                .isEqualTo(Fen.ofYuan("50.00"));
    }

    @Test
    void without_the_regions_documents_nothing_is_invented() {
        assertThatThrownBy(() ->
                        new YearRates(PolicyData.shipped(), AREA, IN_2020).amounts(Fen.ofYuan("100.00"), false, null))
                .isInstanceOf(PolicyUnknown.class)
                .hasMessageContaining("宁夏城乡居民基本养老保险缴费档次文件（2020年）");
        assertThatThrownBy(() -> amounts(Fen.ofYuan("150.00"), false, null)).isInstanceOf(ProblemException.class);
    }

    @Test
    void a_year_is_paid_by_its_own_last_day_and_a_past_one_is_made_up_with_this_years_payments() {
        PaymentYear own = year(2020, "2020-02-10", false);
        PaymentYear past = year(2018, "2020-02-10", false);

        assertThat(own.month()).isEqualTo(Month.parse("2020-12"));
        assertThat(own.dueDate()).isEqualTo(IN_2020);
        assertThat(own.madeUp()).isFalse();
        assertThat(past.month()).isEqualTo(Month.parse("2018-12"));
        assertThat(past.dueDate()).isEqualTo(IN_2020);
        assertThat(past.madeUp()).isTrue();
    }

    @Test
    void a_year_whose_last_day_the_emergency_has_put_off_is_not_made_up_but_paid_as_itself() {
        PaymentYear late = year(2020, "2021-01-20", true);

        assertThat(late.madeUp()).isFalse();
        assertThat(late.dueDate()).isEqualTo(IN_2020);
        assertThat(year(2020, "2021-01-20", false).madeUp()).isTrue();
    }

    @Test
    void a_lump_sum_make_up_is_late_by_the_days_of_the_year_in_which_it_is_made() {
        MonthDay early = MonthDay.of(1, 31);
        LocalDate today = LocalDate.parse("2020-03-05");
        LocalDate missed = LocalDate.parse("2020-01-31");

        assertThat(PaymentYear.of(2018, early, today, missed::equals).dueDate()).isEqualTo(missed);
        assertThat(PaymentYear.of(2018, early, today, day -> false).dueDate()).isEqualTo("2021-01-31");
    }

    @Test
    void to_the_ledger_a_year_is_a_contribution_and_a_past_one_a_lump_sum() {
        Payer resident = Payer.resident(PersonId.of("key", SocialNumber.complete("64010419850615001")));

        assertThat(PutOffKind.ofDue(resident, Month.parse("2020-12"), IN_2020)).isEqualTo(PutOffKind.CONTRIBUTION);
        assertThat(PutOffKind.ofDue(resident, Month.parse("2018-12"), IN_2020)).isEqualTo(PutOffKind.LUMP_SUM_MAKE_UP);
    }

    @Property
    void a_payment_is_kept_under_a_month_of_its_own_year_and_due_no_earlier(
            @ForAll @IntRange(min = 2000, max = 2020) int year, @ForAll @IntRange(min = 1, max = 366) int day) {
        MonthDay dueDay = MonthDay.from(LocalDate.ofYearDay(2020, day));
        PaymentYear payment = PaymentYear.of(year, dueDay, LocalDate.parse("2020-06-15"), any -> false);

        assertThat(payment.month().year()).isEqualTo(year);
        assertThat(payment.dueDate()).isAfterOrEqualTo(payment.regularDue());
        assertThat(payment.madeUp()).isEqualTo(year < 2020);
    }

    @Test
    void ages_begin_with_a_birthday_and_end_with_the_month_in_which_the_pensions_age_is_reached() {
        Ages ages = new Ages(16, 60);
        SocialNumber leap = SocialNumber.complete("64010420040229001");
        SocialNumber old = SocialNumber.complete("64010419600215001");

        assertThat(ages.isOldEnough(leap, LocalDate.parse("2020-02-28"))).isFalse();
        assertThat(ages.isOldEnough(leap, LocalDate.parse("2020-02-29"))).isTrue();
        assertThat(ages.isBeyond(old, LocalDate.parse("2020-02-29"))).isFalse();
        assertThat(ages.isBeyond(old, LocalDate.parse("2020-03-01"))).isTrue();
        assertThat(ages.cover(old, 2020)).isTrue();
        assertThat(ages.cover(old, 2021)).isFalse();
        assertThat(ages.cover(old, 1975)).isFalse();
    }

    @Provide
    Arbitrary<Fen> grades() {
        return Arbitraries.of(Grades.of(SAMPLE, AREA, IN_2020).list());
    }

    @Provide
    Arbitrary<@Nullable Label> labels() {
        return Arbitraries.of(Label.values()).injectNull(0.3);
    }

    private static YearAmounts amounts(Fen grade, boolean madeUp, @Nullable Label label) {
        PaidBy paidBy = label == null
                ? null
                : new PaidBy(
                        label,
                        List.of(label),
                        LocalDate.parse("2020-01-02"),
                        SAMPLE.find("resident.payer_priority", AREA, "170", IN_2020)
                                .version());
        return new YearRates(SAMPLE, AREA, IN_2020).amounts(grade, madeUp, paidBy);
    }

    private static PaymentYear year(int year, String today, boolean putOff) {
        return PaymentYear.of(year, YEARS_END, LocalDate.parse(today), day -> putOff);
    }
}
