package org.nxsi.enrollment.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nxsi.enrollment.employer.Employer;
import org.nxsi.enrollment.employer.ReliefSize;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.policy.PolicyData;
import org.nxsi.platform.policy.PolicyStatus;
import org.nxsi.platform.policy.PolicyVersion;

/** 社会保险法 第十二条、第六十条; 人社部发〔2020〕11号; 人社部发〔2015〕71号. */
class EmployerRatesTest {

    private static final PolicyData POLICIES = Sample.policies();

    @Test
    void employer_and_person_pay_16_and_8_percent_and_the_8_go_to_the_account() {
        Parts parts = parts(SampleEmployer.of(1).build(), Scheme.EMPLOYEE_PENSION, "2020-01", "6000.00");

        assertThat(parts.employer()).isEqualTo(Fen.ofYuan("960.00"));
        assertThat(parts.person()).isEqualTo(Fen.ofYuan("480.00"));
        assertThat(parts.account()).isEqualTo(Fen.ofYuan("480.00"));
        assertThat(parts.exempted()).isEqualTo(Fen.ZERO);
        assertThat(parts.kind()).isEqualTo("DECLARED");
    }

    @Test
    void a_wage_above_300_percent_counts_as_300_percent() {
        Parts parts = parts(SampleEmployer.of(1).build(), Scheme.EMPLOYEE_PENSION, "2020-01", "30000.00");

        assertThat(parts.base()).isEqualTo(Fen.ofYuan("16785.51"));
        assertThat(parts.employer()).isEqualTo(Fen.ofYuan("2685.68"));
        assertThat(parts.person()).isEqualTo(Fen.ofYuan("1342.84"));
    }

    @Test
    void the_example_of_the_audit_standard_comes_out_with_the_annuity_beside_it() {
        Employer institution = SampleEmployer.of(1).build();

        Parts parts = parts(institution, Scheme.CIVIL_SERVANT_PENSION, "2020-01", "7000.00");
        Annuity annuity =
                rates(institution, Scheme.CIVIL_SERVANT_PENSION, "2020-01").annuity(Fen.ofYuan("7000.00"));

        assertThat(parts.employer()).isEqualTo(Fen.ofYuan("1120.00"));
        assertThat(parts.person()).isEqualTo(Fen.ofYuan("560.00"));
        assertThat(annuity).isEqualTo(new Annuity(Fen.ofYuan("7000.00"), Fen.ofYuan("560.00"), Fen.ofYuan("280.00")));
    }

    @Test
    void both_sides_pay_half_a_percent_for_unemployment_and_nothing_goes_to_an_account() {
        Parts parts = parts(SampleEmployer.of(1).build(), Scheme.UNEMPLOYMENT, "2020-01", "6001.00");

        assertThat(parts.employer()).isEqualTo(Fen.ofYuan("30.01"));
        assertThat(parts.person()).isEqualTo(Fen.ofYuan("30.01"));
        assertThat(parts.account()).isEqualTo(Fen.ZERO);
    }

    @Test
    void small_enterprises_are_exempt_from_february_and_the_persons_part_and_the_account_stay() {
        Employer small = SampleEmployer.of(1).size(ReliefSize.SMALL).build();

        Parts january = parts(small, Scheme.EMPLOYEE_PENSION, "2020-01", "6000.00");
        Parts february = parts(small, Scheme.EMPLOYEE_PENSION, "2020-02", "6000.00");
        Parts december = parts(small, Scheme.EMPLOYEE_PENSION, "2020-12", "6000.00");

        assertThat(january.employer()).isEqualTo(Fen.ofYuan("960.00"));
        assertThat(february.employer()).isEqualTo(Fen.ZERO);
        assertThat(february.exempted()).isEqualTo(Fen.ofYuan("960.00"));
        assertThat(february.person()).isEqualTo(Fen.ofYuan("480.00"));
        assertThat(february.account()).isEqualTo(Fen.ofYuan("480.00"));
        assertThat(december.employer()).isEqualTo(Fen.ZERO);
    }

    @Test
    void large_enterprises_pay_half_until_june_and_all_from_july() {
        Employer large =
                SampleEmployer.of(1).size(ReliefSize.LARGE).riskClass(2).build();

        assertThat(parts(large, Scheme.EMPLOYEE_PENSION, "2020-06", "6000.00").employer())
                .isEqualTo(Fen.ofYuan("480.00"));
        assertThat(parts(large, Scheme.WORK_INJURY, "2020-06", "6000.00").employer())
                .isEqualTo(Fen.ofYuan("9.60"));
        assertThat(parts(large, Scheme.EMPLOYEE_PENSION, "2020-07", "6000.00").employer())
                .isEqualTo(Fen.ofYuan("960.00"));
    }

    @Test
    void public_institutions_and_employers_of_unknown_size_have_no_relief() {
        Employer excluded = SampleEmployer.of(1).size(ReliefSize.EXCLUDED).build();
        Employer unknown = SampleEmployer.of(1).build();

        assertThat(parts(excluded, Scheme.EMPLOYEE_PENSION, "2020-03", "6000.00")
                        .employer())
                .isEqualTo(Fen.ofYuan("960.00"));
        assertThat(parts(unknown, Scheme.EMPLOYEE_PENSION, "2020-03", "6000.00").employer())
                .isEqualTo(Fen.ofYuan("960.00"));
    }

    @Test
    void injury_insurance_follows_class_float_and_cut_and_is_the_employers_alone() {
        Map<String, String> owed = new TreeMap<>();
        for (int riskClass = 1; riskClass <= 8; riskClass++) {
            Employer employer = SampleEmployer.of(1).riskClass(riskClass).build();
            Parts parts = parts(employer, Scheme.WORK_INJURY, "2020-01", "10000.00");
            assertThat(parts.person()).isEqualTo(Fen.ZERO);
            owed.put(String.valueOf(riskClass), parts.employer().toString());
        }
        Employer floating = SampleEmployer.of(1).riskClass(8).floating("1.5").build();

        assertThat(owed)
                .containsExactly(
                        entry("1", "16.00"),
                        entry("2", "32.00"),
                        entry("3", "56.00"),
                        entry("4", "72.00"),
                        entry("5", "88.00"),
                        entry("6", "104.00"),
                        entry("7", "128.00"),
                        entry("8", "152.00"));
        assertThat(parts(floating, Scheme.WORK_INJURY, "2020-01", "10000.00").employer())
                .isEqualTo(Fen.ofYuan("228.00"));
    }

    /** Class, float, owed with the cut of 20 % and of 50 %, of a base of 6543.21. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 10.47, 6.54",
        "1, 1.2, 12.56, 7.85",
        "1, 1.5, 15.70, 9.81",
        "2, 0.5, 10.47, 6.54",
        "2, 0.8, 16.75, 10.47",
        "2, 1, 20.94, 13.09",
        "2, 1.2, 25.13, 15.70",
        "2, 1.5, 31.41, 19.63",
        "3, 0.5, 18.32, 11.45",
        "3, 0.8, 29.31, 18.32",
        "3, 1, 36.64, 22.90",
        "3, 1.2, 43.97, 27.48",
        "3, 1.5, 54.96, 34.35",
        "4, 0.5, 23.56, 14.72",
        "4, 0.8, 37.69, 23.56",
        "4, 1, 47.11, 29.44",
        "4, 1.2, 56.53, 35.33",
        "4, 1.5, 70.67, 44.17",
        "5, 0.5, 28.79, 17.99",
        "5, 0.8, 46.06, 28.79",
        "5, 1, 57.58, 35.99",
        "5, 1.2, 69.10, 43.19",
        "5, 1.5, 86.37, 53.98",
        "6, 0.5, 34.02, 21.27",
        "6, 0.8, 54.44, 34.02",
        "6, 1, 68.05, 42.53",
        "6, 1.2, 81.66, 51.04",
        "6, 1.5, 102.07, 63.80",
        "7, 0.5, 41.88, 26.17",
        "7, 0.8, 67.00, 41.88",
        "7, 1, 83.75, 52.35",
        "7, 1.2, 100.50, 62.81",
        "7, 1.5, 125.63, 78.52",
        "8, 0.5, 49.73, 31.08",
        "8, 0.8, 79.57, 49.73",
        "8, 1, 99.46, 62.16",
        "8, 1.2, 119.35, 74.59",
        "8, 1.5, 149.19, 93.24"
    })
    void every_class_with_every_float_that_it_may_have_comes_out_to_the_fen(
            int riskClass, String ratio, String cutBy20, String cutBy50) {
        PolicyData other = PolicyData.shipped().with("test", """
                policies:
                  - {key: injury.rate_cut, region: "640000", scheme: "410", valid_from: 2019-05-01,
                     valid_to: 2021-04-30, value: 0.5, unit: ratio, provenance: test, status: sample}
                """);
        Employer employer =
                SampleEmployer.of(1).riskClass(riskClass).floating(ratio).build();

        Rating half = new EmployerRates(other, employer, Month.parse("2020-01")).of(Scheme.WORK_INJURY);

        assertThat(parts(employer, Scheme.WORK_INJURY, "2020-01", "6543.21").employer())
                .isEqualTo(Fen.ofYuan(cutBy20));
        assertThat(half)
                .isInstanceOfSatisfying(
                        Rates.class,
                        rates -> assertThat(rates.parts(Fen.ofYuan("6543.21"), Ground.DECLARED)
                                        .employer())
                                .isEqualTo(Fen.ofYuan(cutBy50)));
    }

    @Test
    void a_float_holds_from_its_month_on_and_the_months_before_keep_theirs() {
        Employer employer = SampleEmployer.of(1)
                .riskClass(4)
                .floating("1.5")
                .floatingFrom("2020-03", "0.8")
                .build();

        assertThat(parts(employer, Scheme.WORK_INJURY, "2020-02", "10000.00").employer())
                .isEqualTo(Fen.ofYuan("108.00"));
        assertThat(parts(employer, Scheme.WORK_INJURY, "2020-03", "10000.00").employer())
                .isEqualTo(Fen.ofYuan("57.60"));
    }

    @Test
    void without_a_risk_class_injury_insurance_is_not_assessed_and_it_says_what_is_missing() {
        Rating rating = new EmployerRates(POLICIES, SampleEmployer.of(1).build(), Month.parse("2020-01"))
                .of(Scheme.WORK_INJURY);

        assertThat(rating)
                .isInstanceOfSatisfying(
                        NotAssessed.class, missing -> assertThat(missing.key()).isEqualTo("employer.risk_class"));
    }

    @Test
    void on_shipped_data_the_cut_of_2019_is_not_known_and_the_document_is_named() {
        Rating rating = new EmployerRates(
                        PolicyData.shipped(), SampleEmployer.of(1).riskClass(3).build(), Month.parse("2020-01"))
                .of(Scheme.WORK_INJURY);

        assertThat(rating).isInstanceOfSatisfying(NotAssessed.class, missing -> {
            assertThat(missing.key()).isEqualTo("injury.rate_cut");
            assertThat(missing.missing()).isEqualTo("宁夏2019年至2021年阶段性降低工伤保险费率的文件");
        });
    }

    @Test
    void a_past_month_is_assessed_with_its_own_limits() {
        PolicyData known = POLICIES.with("test", """
                policies:
                  - {key: contribution.limit_rounding, region: "640000", scheme: "110", valid_from: 2021-01-01,
                     valid_to: 2021-12-31, value: to-fen, unit: rule, provenance: test, status: sample}
                """);
        Employer employer = SampleEmployer.of(1).build();

        Rating later = new EmployerRates(known, employer, Month.parse("2021-03")).of(Scheme.EMPLOYEE_PENSION);
        Rating earlier = new EmployerRates(known, employer, Month.parse("2020-03")).of(Scheme.EMPLOYEE_PENSION);

        assertThat(base(later)).isEqualTo(Fen.ofYuan("18330.00"));
        assertThat(base(earlier)).isEqualTo(Fen.ofYuan("16785.51"));
    }

    @Test
    void a_month_before_the_rates_on_record_is_not_assessed() {
        Rating rating = new EmployerRates(POLICIES, SampleEmployer.of(1).build(), Month.parse("2019-04"))
                .of(Scheme.EMPLOYEE_PENSION);

        assertThat(rating)
                .isInstanceOfSatisfying(
                        NotAssessed.class,
                        missing -> assertThat(missing.key()).isEqualTo("contribution.employer_rate"));
    }

    @Test
    void a_sample_is_seen_as_one() {
        Employer employer = SampleEmployer.of(1).riskClass(1).build();

        assertThat(rates(employer, Scheme.WORK_INJURY, "2020-01").versions())
                .filteredOn(version -> version.key().equals("injury.rate_cut"))
                .extracting(PolicyVersion::status)
                .containsExactly(PolicyStatus.SAMPLE);
    }

    private static Fen base(Rating rating) {
        assertThat(rating).isInstanceOf(Rates.class);
        return ((Rates) rating).parts(Fen.ofYuan("99999.00"), Ground.DECLARED).base();
    }

    static Rates rates(Employer employer, Scheme scheme, String month) {
        Rating rating = new EmployerRates(POLICIES, employer, Month.parse(month)).of(scheme);
        assertThat(rating).isInstanceOf(Rates.class);
        return (Rates) rating;
    }

    private static Parts parts(Employer employer, Scheme scheme, String month, String wage) {
        return rates(employer, scheme, month).parts(Fen.ofYuan(wage), Ground.DECLARED);
    }
}
