package org.nxsi.enrollment.resident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nxsi.enrollment.EnrollmentUnderTest.service;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.nxsi.enrollment.Registered;
import org.nxsi.enrollment.account.Accounts;
import org.nxsi.enrollment.assessment.AssessedMonth;
import org.nxsi.enrollment.assessment.AssessedMonths;
import org.nxsi.enrollment.assessment.Company;
import org.nxsi.enrollment.assessment.Parts;
import org.nxsi.enrollment.collection.Due;
import org.nxsi.enrollment.collection.DueKey;
import org.nxsi.enrollment.collection.Dues;
import org.nxsi.enrollment.collection.Posting;
import org.nxsi.enrollment.collection.PostingToDues;
import org.nxsi.enrollment.collector.TaxOffice;
import org.nxsi.enrollment.putoff.Channel;
import org.nxsi.enrollment.relation.Order;
import org.nxsi.enrollment.relation.RelationChange;
import org.nxsi.enrollment.relation.Relations;
import org.nxsi.enrollment.relation.StopReason;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.local.testing.Answer;
import org.nxsi.local.testing.Eventually;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/** 我的宁夏 第26项 城乡居民养老保险缴费核定. */
class AssessmentServiceTest {

    @Test
    void a_grade_is_what_the_person_pays_and_the_subsidy_comes_on_top_of_it() {
        Resident resident = Resident.enrolled();

        Answer assessed = resident.assess(2020, "200.00");

        assertThat(assessed.status()).as(assessed.body()).isEqualTo(200);
        assertThat(assessed.text("month")).isEqualTo("2020-12");
        assertThat(assessed.text("dueDate")).isEqualTo("2020-12-31");
        assertThat(assessed.text("payable")).isEqualTo("200.00");
        assertThat(assessed.text("subsidy")).isEqualTo("40.00");
        assertThat(assessed.text("account")).isEqualTo("240.00");
        assertThat(assessed.text("governmentPays")).isEqualTo("0.00");
        assertThat(assessed.body()).contains("SAMPLE");
        Parts parts = line(resident, "2020-12").parts(Scheme.RESIDENT_PENSION);
        assertThat(parts).isNotNull();
        assertThat(parts.person().plus(parts.government())).isEqualTo(parts.account());
        Due due = due(resident, "2020-12");
        assertThat(due.assessed()).isEqualTo(Fen.ofYuan("200.00"));
        assertThat(resident.years().text("years", "0", "sheet")).isEqualTo(assessed.text("sheet"));
    }

    @Test
    void another_grade_before_it_is_paid_is_a_new_revision_with_its_difference() {
        Resident resident = Resident.enrolled();
        Answer first = Registered.post(Resident.ASSESSMENTS, resident.token(), Map.of("year", 2020));
        Answer same = resident.assess(2020, "200.00");
        Answer other = resident.assess(2020, "500.00");

        assertThat(first.text("grade")).as(first.body()).isEqualTo("200.00");
        assertThat(same.body()).isEqualTo(first.body());
        assertThat(other.text("revision")).isEqualTo("2");
        assertThat(other.text("difference")).isEqualTo("300.00");
        assertThat(other.text("sheet")).isEqualTo(first.text("sheet"));
        assertThat(due(resident, "2020-12").assessed()).isEqualTo(Fen.ofYuan("500.00"));
    }

    @Test
    void once_money_has_come_the_grade_stands() {
        Resident resident = Resident.enrolled();
        resident.assess(2020, "200.00");
        DueKey key = new DueKey(Payer.resident(resident.id()), Scheme.RESIDENT_PENSION, Month.parse("2020-12"));
        Posting paid = Posting.paid(
                "64|" + resident.number,
                Instant.parse("2020-02-10T04:00:00Z"),
                LocalDate.parse("2020-02-10"),
                Fen.ofYuan("50.00"),
                Fen.ZERO);
        service().part(PostingToDues.class).post(Map.of(key, List.of(paid)), AreaCode.parse("640104"));

        Answer other = resident.assess(2020, "500.00");
        Answer same = resident.assess(2020, "200.00");

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text("code")).isEqualTo("year-paid");
        assertThat(same.text("arrived")).as(same.body()).isEqualTo("50.00");
        assertThat(same.text("state")).isEqualTo("部分到账");
    }

    @Test
    void once_the_person_has_paid_the_account_has_the_grade_and_the_subsidy() {
        Resident resident = Resident.enrolled();
        resident.assess(2020, "500.00");

        TaxOffice.paid(Payer.resident(resident.id()), Scheme.RESIDENT_PENSION, "2020-12", "500.00", "2020-02-10");

        Eventually.that("the account has it", () -> balance(resident).equals(Fen.ofYuan("560.00")));
        assertThat(resident.years().text("years", "0", "state")).isEqualTo("足额到账");
    }

    @Test
    void a_past_year_is_made_up_with_ones_own_money_only() {
        Resident resident = Resident.enrolled();

        Answer madeUp = resident.assess(2018, "500.00");

        assertThat(madeUp.status()).as(madeUp.body()).isEqualTo(200);
        assertThat(madeUp.text("madeUp")).isEqualTo("true");
        assertThat(madeUp.text("month")).isEqualTo("2018-12");
        assertThat(madeUp.text("dueDate")).isEqualTo("2020-12-31");
        assertThat(madeUp.text("payable")).isEqualTo("500.00");
        assertThat(madeUp.text("subsidy")).isEqualTo("0.00");
        assertThat(madeUp.text("account")).isEqualTo("500.00");
        assertThat(madeUp.body()).contains("UNVERIFIED");
    }

    @Test
    void a_year_of_which_months_belong_to_the_employees_pension_is_not_made_up_for() {
        Resident resident = Resident.registered();
        Payer employer = Payer.employer(CreditCode.parse(Registered.employer()));
        Set<Scheme> pension = Set.of(Scheme.EMPLOYEE_PENSION);
        Relations relations = service().part(Relations.class);
        AreaCode area = AreaCode.parse("640104");
        relations.carryOut(new Order(
                "test-s-" + resident.number,
                area,
                "test",
                Channel.WEB,
                List.of(RelationChange.start(resident.id(), pension, employer, area, Month.parse("2019-05"), null))));
        relations.carryOut(new Order(
                "test-e-" + resident.number,
                area,
                "test",
                Channel.WEB,
                List.of(RelationChange.stop(
                        resident.id(), pension, employer, Month.parse("2019-11"), StopReason.CONTRACT_ENDED))));
        assertThat(resident.enrol(Map.of()).status()).isEqualTo(200);

        assertThat(resident.assess(2019, "500.00").text("code")).isEqualTo("pension-overlap");
        assertThat(resident.assess(2018, "500.00").status()).isEqualTo(200);
    }

    @Test
    void what_is_not_known_is_named_with_its_document() {
        Resident resident = Resident.enrolled();

        Answer tooEarly = resident.assess(2013, "100.00");

        assertThat(tooEarly.status()).as(tooEarly.body()).isEqualTo(422);
        assertThat(tooEarly.text("code")).isEqualTo("policy-unknown");
        assertThat(tooEarly.text("policy")).startsWith("resident.");
    }

    @Test
    void bad_input_is_refused_with_a_reason_and_nothing_is_done() {
        Resident resident = Resident.enrolled();

        Answer grade = resident.assess(2020, "150.00");
        assertThat(grade.text("code")).isEqualTo("grade-not-in-list");
        assertThat(grade.json().path("grades").toString()).contains("100.00").contains("3000.00");
        assertThat(resident.assess(2020, "-100.00").text("code")).isEqualTo("grade-not-positive");
        assertThat(resident.assess(2020, "100").text("field")).isEqualTo("grade");
        assertThat(resident.assess(2150, "100.00").text("code")).isEqualTo("year-not-begun");
        assertThat(resident.assess(21500, "100.00").status()).isEqualTo(400);
        assertThat(resident.assess(2000, "100.00").text("code")).isEqualTo("age-outside");
        assertThat(Registered.post(Resident.ASSESSMENTS, resident.token(), Map.of("grade", "100.00"))
                        .text("field"))
                .isEqualTo("year");
        assertThat(Registered.post(Resident.ASSESSMENTS, resident.token(), Map.of("year", 2019))
                        .text("field"))
                .isEqualTo("grade");
        assertThat(service()
                        .get(Resident.ASSESSMENTS + "?year=999999", resident.token())
                        .status())
                .isEqualTo(400);
        assertThat(resident.years().json().path("years").size()).isZero();
    }

    @Test
    void whoever_is_not_enrolled_or_not_a_citizen_is_told_so() {
        assertThat(Resident.registered().assess(2020, "200.00").text("code")).isEqualTo("not-enrolled");
        assertThat(Resident.stranger("640104", "1980-01-01")
                        .assess(2020, "200.00")
                        .text("code"))
                .isEqualTo("person-not-registered");
        assertThat(Registered.post(
                                Resident.ASSESSMENTS,
                                Company.withRiskClass().agent(),
                                Map.of("year", 2020, "grade", "200.00"))
                        .text("code"))
                .isEqualTo("role-required");
    }

    private static Fen balance(Resident resident) {
        return service().part(Accounts.class).balance(resident.id(), Scheme.RESIDENT_PENSION);
    }

    private static AssessedMonth line(Resident resident, String month) {
        return service()
                .part(AssessedMonths.class)
                .ofPerson(resident.id(), Month.parse(month), Month.parse(month))
                .getFirst();
    }

    private static Due due(Resident resident, String month) {
        String id = new DueKey(Payer.resident(resident.id()), Scheme.RESIDENT_PENSION, Month.parse(month)).id();
        return service().part(Dues.class).find(List.of(id)).get(id);
    }
}
