package org.nxsi.enrollment.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nxsi.enrollment.employer.Employer;
import org.nxsi.enrollment.employer.ReliefSize;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/** 社会保险法 第六十二条. */
class UndeclaredRuleTest {

    private static final AreaCode AREA = AreaCode.parse("640104");

    @Test
    void both_shares_of_the_month_before_count_with_110_percent_each_rounded_to_the_fen() {
        Undeclared undeclared = Undeclared.after(
                lastMonth("960.05", "480.03", "0.00"),
                rates(SampleEmployer.of(3).build(), "2020-01"));

        Parts parts = undeclared.whole().get(Scheme.EMPLOYEE_PENSION);
        assertThat(parts).isNotNull();
        assertThat(parts.employer()).isEqualTo(Fen.ofYuan("1056.06"));
        assertThat(parts.person()).isEqualTo(Fen.ofYuan("528.03"));
        assertThat(parts.account()).isEqualTo(Fen.ZERO);
        assertThat(undeclared.versions()).extracting("docNo").contains("社会保险法");
    }

    @Test
    void the_months_own_relief_is_taken_off_the_full_amount_of_the_month_before() {
        Employer small = SampleEmployer.of(3).size(ReliefSize.SMALL).build();

        Parts afterRelief = Undeclared.after(lastMonth("0.00", "480.00", "960.00"), rates(small, "2020-03"))
                .whole()
                .get(Scheme.EMPLOYEE_PENSION);

        assertThat(afterRelief).isNotNull();
        assertThat(afterRelief.employer()).isEqualTo(Fen.ZERO);
        assertThat(afterRelief.exempted()).isEqualTo(Fen.ofYuan("1056.00"));
        assertThat(afterRelief.person()).isEqualTo(Fen.ofYuan("528.00"));
    }

    private static EmployerRates rates(Employer employer, String month) {
        return new EmployerRates(Sample.policies(), employer, Month.parse(month));
    }

    private static AssessmentSheet lastMonth(String employer, String person, String exempted) {
        SchemeTotal total = new SchemeTotal(
                Scheme.EMPLOYEE_PENSION,
                1,
                Fen.ofYuan("6000.00"),
                Fen.ofYuan(employer),
                Fen.ofYuan(person),
                Fen.ofYuan(person),
                Fen.ZERO,
                Fen.ofYuan(exempted));
        return new AssessmentSheet(
                "HD201912-0000000000",
                Payer.employer(Sample.creditCode(3)),
                Month.parse("2019-12"),
                AREA,
                1,
                Ground.DECLARED,
                LocalDate.of(2020, 1, 5),
                LocalDate.of(2020, 1, 25),
                1,
                List.of(total),
                null,
                List.of(),
                List.of(),
                "",
                List.of());
    }
}
