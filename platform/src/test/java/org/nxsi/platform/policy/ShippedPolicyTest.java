package org.nxsi.platform.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Fen;

class ShippedPolicyTest {

    private static final PolicyData DATA = PolicyData.shipped();
    private static final AreaCode XINGQING = AreaCode.parse("640104");

    @Test
    void the_annuity_table_is_complete_and_falls() {
        List<BigDecimal> months = List.copyOf(
                at("pension.annuity_months", "110", "2020-03-01").table().values());

        assertThat(months).hasSize(31);
        assertThat(months.getFirst()).isEqualTo("233");
        assertThat(months.getLast()).isEqualTo("56");
        assertThat(months).isSortedAccordingTo((one, other) -> other.compareTo(one));
        assertThat(at("pension.annuity_months", "110", "2020-03-01").row("47")).isEqualTo("208");
    }

    @ParameterizedTest
    @CsvSource({
        "late_fee.daily_rate,110,2011-06-30,0.002",
        "late_fee.daily_rate,110,2011-07-01,0.0005",
        "pension.base,110,2020-03-01,6885",
        "pension.base,110,2023-12-31,7953",
        "contribution.average_wage,110,2020-01-01,5595.17",
        "contribution.employer_rate,110,2020-01-01,0.16",
        "contribution.employer_rate,120,2020-01-01,0.16",
        "account.interest_rate,110,2019-12-31,0.0761",
        "resident.lowest_base_pension,170,2020-07-01,93",
        "resident.annuity_months,170,2020-07-01,139",
        "deferral.make_up_months,110,2020-06-30,3",
        "injury.death_grant_multiple,410,2020-06-30,20",
        "death.funeral_months,110,2021-09-01,2",
    })
    void what_is_known_is_answered_for_its_time(String key, String scheme, String date, BigDecimal value) {
        assertThat(at(key, scheme, date).decimal()).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "pension.base,110,2019-06-01",
        "contribution.average_wage,110,2019-06-01",
        "resident.grades,170,2020-03-01",
        "resident.subsidies,170,2020-03-01",
        "resident.base_pension,170,2020-03-01",
        "death.funeral_months,110,2020-03-01",
        "injury.medical_grant_months,410,2020-03-01",
        "card.temporary_loss_days,110,2020-03-01",
        "disbursement.pay_day,110,2020-03-01",
        "emergency.late_fee_waived,110,2020-03-01",
        "emergency.lift_date,110,2020-03-01",
        "case.promised_days_pension,110,2020-03-01",
        "retirement.age,110,2025-01-01",
    })
    void what_is_not_known_refuses_with_the_missing_document(String key, String scheme, String date) {
        assertThatExceptionOfType(PolicyUnknown.class)
                .isThrownBy(() -> at(key, scheme, date))
                .matches(refusal -> refusal.missing() != null && refusal.key().equals(key));
    }

    @Test
    void the_nations_grades_are_on_record_though_the_regions_are_not() {
        PolicyValue grades = DATA.find("resident.grades", AreaCode.NATION, "170", LocalDate.of(2020, 3, 1));

        assertThat(grades.list()).hasSize(12);
    }

    @Test
    void the_average_wage_gives_the_limits_of_2020_to_the_fen() {
        BigDecimal average =
                at("contribution.average_wage", "110", "2020-03-01").decimal();

        assertThat(Fen.rounded(average.multiply(at("contribution.lowest_base_ratio", "110", "2020-03-01")
                        .decimal())))
                .hasToString("3357.10");
        assertThat(Fen.rounded(average.multiply(at("contribution.highest_base_ratio", "110", "2020-03-01")
                        .decimal())))
                .hasToString("16785.51");
    }

    @Test
    void the_notice_is_cited_for_what_it_says_only() {
        assertThat(at("emergency.suspend_when_overdue", "110", "2020-03-01").flag())
                .isFalse();
        assertThat(at("emergency.suspend_when_overdue", "110", "2020-03-01")
                        .version()
                        .docNo())
                .isEqualTo("宁人社办发〔2020〕2号");
    }

    @Test
    void the_clause_of_the_rest_day_rule_changes_with_the_code() {
        assertThat(at("period.rest_day_clause", "110", "2020-12-31").text()).isEqualTo("民法总则 第二百零三条");
        assertThat(at("period.rest_day_clause", "110", "2021-01-01").text()).isEqualTo("民法典 第二百零三条");
    }

    @Test
    void nothing_that_ships_is_a_sample() {
        assertThat(DATA.versions(PolicyStatus.SAMPLE)).isEmpty();
        assertThat(DATA.versions(PolicyStatus.OFFICIAL)).allMatch(version -> version.docNo() != null);
    }

    private static PolicyValue at(String key, String scheme, String date) {
        return DATA.find(key, XINGQING, scheme, LocalDate.parse(date));
    }
}
