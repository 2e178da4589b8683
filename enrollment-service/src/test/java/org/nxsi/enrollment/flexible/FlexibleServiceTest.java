package org.nxsi.enrollment.flexible;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.nxsi.enrollment.EnrollmentUnderTest;
import org.nxsi.enrollment.Registered;
import org.nxsi.enrollment.assessment.AssessedMonths;
import org.nxsi.enrollment.assessment.Company;
import org.nxsi.enrollment.relation.Relation;
import org.nxsi.enrollment.relation.Relations;
import org.nxsi.enrollment.scheme.PayerKind;
import org.nxsi.local.testing.Answer;
import org.nxsi.local.testing.ServiceUnderTest;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Month;

/** 我的宁夏 第27项 灵活就业人员养老保险缴费核定. */
class FlexibleServiceTest {

    private static final String PATH = "/v1/persons/me/flexible-contribution-assessments";

    private final ServiceUnderTest service = EnrollmentUnderTest.service();

    @Test
    void a_year_is_assessed_and_the_worker_is_insured() {
        String number = Registered.person();

        Answer assessed = assess(number, "2020-01", "2020-12", "3357.10");

        assertThat(assessed.status()).as(assessed.body()).isEqualTo(200);
        assertThat(assessed.json().path("months").size()).isEqualTo(12);
        assertThat(assessed.text("months", "0", "owed")).isEqualTo("671.42");
        assertThat(assessed.text("months", "0", "account")).isEqualTo("268.57");
        assertThat(assessed.text("months", "0", "pool")).isEqualTo("402.85");
        assertThat(assessed.text("months", "0", "dueDate")).isEqualTo("2020-02-25");
        assertThat(assessed.text("owed")).isEqualTo("8057.04");
        assertThat(assessed.body()).contains("SAMPLE");
        List<Relation> relations = service.part(Relations.class).ofPerson(id(number));
        assertThat(relations).hasSize(1);
        assertThat(relations.getFirst().payer().kind()).isEqualTo(PayerKind.FLEXIBLE_WORKER);
        assertThat(relations.getFirst().covers(Month.parse("2020-01"))).isTrue();
        assertThat(service.part(AssessedMonths.class)
                        .ofPerson(id(number), Month.parse("2020-01"), Month.parse("2020-12")))
                .hasSize(12);
        assertThat(service.get(PATH + "?year=2020", token(number)).text("owed")).isEqualTo("8057.04");
    }

    @Test
    void asked_again_with_another_base_the_month_follows_with_the_difference() {
        String number = Registered.person();
        Answer first = assess(number, "2020-02", "2020-03", "4000.00");
        Answer same = assess(number, "2020-02", "2020-03", "4000.00");
        Answer other = assess(number, "2020-03", "2020-03", "5000.00");

        assertThat(same.body()).isEqualTo(first.body());
        assertThat(other.json().path("months").path(0).path("revision").asInt()).isEqualTo(2);
        assertThat(other.text("months", "0", "difference")).isEqualTo("200.00");
    }

    @Test
    void an_earlier_month_asked_for_later_moves_the_begin_of_the_relation() {
        String number = Registered.person();
        assess(number, "2020-03", "2020-03", "4000.00");

        Answer earlier = assess(number, "2020-01", "2020-02", "4000.00");

        assertThat(earlier.status()).as(earlier.body()).isEqualTo(200);
        Relation relation = service.part(Relations.class).ofPerson(id(number)).getFirst();
        assertThat(Set.of("2020-01", "2020-02", "2020-03")).allMatch(month -> relation.covers(Month.parse(month)));
    }

    @Test
    void who_is_employed_in_a_month_is_no_flexible_worker_in_it_and_nothing_is_done() {
        Company company = Company.withRiskClass();
        String number = company.employ("2020-01", "6000.00");

        Answer refused = assess(number, "2020-01", "2020-02", "4000.00");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("code")).isEqualTo("pension-overlap");
        assertThat(service.get(PATH + "?year=2020", token(number))
                        .json()
                        .path("months")
                        .size())
                .isZero();
    }

    @Test
    void bad_input_is_refused_with_a_reason_and_nothing_is_done() {
        String number = Registered.person();

        assertThat(assess(number, "2020-13", "2020-12", "4000.00").text("field"))
                .isEqualTo("from");
        assertThat(assess(number, "2020-03", "2020-02", "4000.00").text("code")).isEqualTo("months-not-of-one-year");
        assertThat(assess(number, "2019-12", "2020-01", "4000.00").text("code")).isEqualTo("months-not-of-one-year");
        assertThat(assess(number, "2020-01", "2020-01", "-4000.00").text("code"))
                .isEqualTo("base-not-positive");
        assertThat(assess(number, "2020-01", "2020-01", "4000").status()).isEqualTo(400);
        Answer below = assess(number, "2020-01", "2020-01", "1000.00");
        assertThat(below.status()).isEqualTo(422);
        assertThat(below.text("code")).isEqualTo("base-outside-limits");
        assertThat(below.text("highest")).isEqualTo("16785.51");
        assertThat(assess(number, "2020-01", "2020-01", "20000.00").text("code"))
                .isEqualTo("base-outside-limits");
        assertThat(assess(number, "2021-01", "2021-01", "4000.00").text("code")).isEqualTo("year-not-begun");
        assertThat(assess(number, "2019-06", "2019-06", "4000.00").text("code")).isEqualTo("year-closed");
        assertThat(Registered.post(PATH, token(number), Map.of("from", "2020-01", "to", "2020-01"))
                        .text("field"))
                .isEqualTo("base");
        assertThat(Registered.post(
                                PATH,
                                token(number),
                                Map.of("from", "2020-01", "to", "2020-01", "base", "4000.00", "area", "990000"))
                        .text("field"))
                .isEqualTo("area");
        assertThat(service.get(PATH + "?year=999999", token(number)).status()).isEqualTo(400);
        assertThat(service.part(Relations.class).ofPerson(id(number))).isEmpty();
    }

    @Test
    void whom_the_bureau_does_not_know_is_told_so_and_agents_have_no_business_here() {
        Answer unknown = assess(Registered.freshNumber(), "2020-01", "2020-01", "4000.00");
        Answer agent = Registered.post(
                PATH, Company.withRiskClass().agent(), Map.of("from", "2020-01", "to", "2020-01", "base", "4000.00"));

        assertThat(unknown.text("code")).isEqualTo("person-not-registered");
        assertThat(agent.text("code")).isEqualTo("role-required");
    }

    private static Answer assess(String number, String from, String to, String base) {
        return Registered.post(PATH, token(number), Map.of("from", from, "to", to, "base", base));
    }

    private static String token(String number) {
        return EnrollmentUnderTest.citizen(number, "my-ningxia");
    }

    private static PersonId id(String number) {
        return PersonId.parse(EnrollmentUnderTest.person(number));
    }
}
