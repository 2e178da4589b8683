package org.nxsi.enrollment.overseas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nxsi.enrollment.relation.Relation;
import org.nxsi.enrollment.relation.Spell;
import org.nxsi.enrollment.relation.StopReason;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.identity.SocialNumber;
import org.nxsi.platform.money.Month;

class StayTest {

    private static final CreditCode EMPLOYER = CreditCode.parse("91640100MA7ABCD12N");
    private static final Month NOW = Month.parse("2020-02");

    @Test
    void who_is_insured_in_all_months_that_have_come_has_no_gap() {
        assertThat(stay("2019-11-10", "2020-10-31").notInsured(List.of(insured("2019-11", null)), NOW))
                .isNull();
    }

    @Test
    void the_first_month_without_insurance_is_named() {
        assertThat(stay("2019-10-01", "2020-10-31").notInsured(List.of(insured("2019-11", null)), NOW))
                .isEqualTo(Month.parse("2019-10"));
        assertThat(stay("2019-11-01", "2020-10-31").notInsured(List.of(insured("2019-11", "2019-12")), NOW))
                .isEqualTo(Month.parse("2020-01"));
        assertThat(stay("2019-11-01", "2020-10-31").notInsured(List.of(), NOW)).isEqualTo(Month.parse("2019-11"));
    }

    @Test
    void a_stay_that_is_over_asks_for_its_own_months_only() {
        assertThat(stay("2019-11-01", "2019-12-31").notInsured(List.of(insured("2019-11", "2019-12")), NOW))
                .isNull();
    }

    @Test
    void before_the_stay_begins_this_month_counts() {
        Stay planned = stay("2020-06-01", "2021-05-31");

        assertThat(planned.notInsured(List.of(insured("2020-01", null)), NOW)).isNull();
        assertThat(planned.notInsured(List.of(insured("2019-01", "2020-01")), NOW))
                .isEqualTo(NOW);
    }

    @Test
    void another_employers_insurance_does_not_count() {
        Relation other = new Relation(
                insured("2019-01", null).person(),
                Scheme.EMPLOYEE_PENSION,
                Payer.flexibleWorker(insured("2019-01", null).person()),
                AreaCode.parse("640104"),
                List.of(new Spell(Month.parse("2019-01"), null, null, null)));

        assertThat(stay("2020-02-01", "2020-03-31").notInsured(List.of(other), NOW))
                .isEqualTo(NOW);
    }

    private static Stay stay(String from, String to) {
        return new Stay("DE", EMPLOYER, null, LocalDate.parse(from), LocalDate.parse(to));
    }

    private static Relation insured(String from, @Nullable String to) {
        return new Relation(
                PersonId.of("0123456789abcdef0123456789abcdef", SocialNumber.parse("640104196002290011")),
                Scheme.EMPLOYEE_PENSION,
                Payer.employer(EMPLOYER),
                AreaCode.parse("640104"),
                List.of(new Spell(
                        Month.parse(from),
                        to == null ? null : Month.parse(to),
                        null,
                        to == null ? null : StopReason.CONTRACT_ENDED)));
    }
}
