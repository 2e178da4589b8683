package org.nxsi.enrollment.suspense;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nxsi.enrollment.EnrollmentUnderTest;
import org.nxsi.enrollment.Registered;
import org.nxsi.enrollment.assessment.Company;
import org.nxsi.enrollment.collection.Due;
import org.nxsi.enrollment.collection.DueKey;
import org.nxsi.enrollment.collection.DueState;
import org.nxsi.enrollment.collection.Dues;
import org.nxsi.enrollment.collector.TaxOffice;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.local.testing.Answer;
import org.nxsi.local.testing.Eventually;
import org.nxsi.local.testing.ServiceUnderTest;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.Role;

/** 待转金: what is too much for one month goes to another, by two people. */
class SuspenseServiceTest {

    private static final String SUSPENSE = "/admin/v1/contributions/suspense";
    private static final String ALLOCATIONS = SUSPENSE + "/allocations";
    private static final Scheme PENSION = Scheme.EMPLOYEE_PENSION;

    private final ServiceUnderTest service = EnrollmentUnderTest.service();
    private final Company company = Company.withRiskClass();
    private final String clerk = EnrollmentUnderTest.staffOf("640104", "clerk-s", Role.CLERK);
    private final String finance = EnrollmentUnderTest.staffOf("640104", "finance-s", Role.FINANCE);

    private Map<String, Object> payment = Map.of();

    @BeforeEach
    void january_has_500_too_much_and_february_nothing() {
        company.employ("2020-01", "6000.00");
        company.declareMonth("2020-01");
        company.declareMonth("2020-02");
        payment = TaxOffice.payment(company.payer(), PENSION, "2020-01", "1940.00", "2020-02-03");
        TaxOffice.tell(payment);
    }

    @Test
    void an_amount_is_proposed_by_one_and_confirmed_by_another_and_moves() {
        Answer listed = service.get(SUSPENSE + "?payer=" + company.payer(), clerk);
        Answer proposed = propose(Map.of());
        String path = ALLOCATIONS + "/" + proposed.text("id");
        Due before = due("2020-01");
        Answer confirmed = Registered.post(path + "/confirmation", finance, Map.of());
        Answer again = Registered.post(path + "/confirmation", finance, Map.of());

        assertThat(listed.text("items", "0", "suspense")).isEqualTo("500.00");
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(201);
        assertThat(proposed.text("state")).isEqualTo("PROPOSED");
        assertThat(before.suspense()).isEqualTo(Fen.ofYuan("500.00"));
        assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(200);
        assertThat(confirmed.text("state")).isEqualTo("DONE");
        assertThat(again.text("state")).isEqualTo("DONE");
        assertThat(due("2020-01").suspense()).isEqualTo(Fen.ofYuan("100.00"));
        assertThat(due("2020-01").state()).isEqualTo(DueState.PAID);
        assertThat(due("2020-02").received()).isEqualTo(Fen.ofYuan("400.00"));
        assertThat(due("2020-02").state()).isEqualTo(DueState.PARTLY_PAID);
        assertThat(service.get(path, clerk).text("decidedOn")).isEqualTo("2020-02-10");
    }

    @Test
    void who_proposes_does_not_confirm_and_a_decision_is_made_once() {
        String both = EnrollmentUnderTest.staffOf("640104", "both-s", Role.CLERK, Role.REVIEWER);
        Answer own = Registered.post(ALLOCATIONS, both, wanted(Map.of()));
        String path = ALLOCATIONS + "/" + own.text("id");

        assertThat(Registered.post(path + "/confirmation", both, Map.of()).text("code"))
                .isEqualTo("same-person");
        assertThat(Registered.post(path + "/confirmation", clerk, Map.of()).text("code"))
                .isEqualTo("role-required");
        assertThat(Registered.post(path + "/rejection", finance, Map.of()).text("state"))
                .isEqualTo("REJECTED");
        assertThat(Registered.post(path + "/confirmation", finance, Map.of()).text("code"))
                .isEqualTo("allocation-decided");
        assertThat(due("2020-01").suspense()).isEqualTo(Fen.ofYuan("500.00"));
        assertThat(Registered.post(
                                ALLOCATIONS + "/none/confirmation",
                                EnrollmentUnderTest.staffOf("640200", "finance-x", Role.FINANCE),
                                Map.of())
                        .text("code"))
                .isEqualTo("allocation-unknown");
    }

    @Test
    void nothing_moves_if_the_money_went_away_meanwhile() {
        String path = ALLOCATIONS + "/" + propose(Map.of()).text("id");
        TaxOffice.reversed(payment, "2020-02-05");

        Answer refused = Registered.post(path + "/confirmation", finance, Map.of());

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("money-gone");
        assertThat(service.get(path, clerk).text("state")).isEqualTo("MONEY_GONE");
        assertThat(due("2020-01").received()).isEqualTo(Fen.ZERO);
        assertThat(due("2020-02").received()).isEqualTo(Fen.ZERO);
    }

    @Test
    void two_allocations_do_not_move_the_same_money() {
        String one = propose(Map.of()).text("id");
        String other = propose(Map.of("amount", "300.00")).text("id");

        assertThat(Registered.post(ALLOCATIONS + "/" + one + "/confirmation", finance, Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(Registered.post(ALLOCATIONS + "/" + other + "/confirmation", finance, Map.of())
                        .text("code"))
                .isEqualTo("money-gone");
        assertThat(due("2020-01").suspense()).isEqualTo(Fen.ofYuan("100.00"));
        assertThat(due("2020-02").received()).isEqualTo(Fen.ofYuan("400.00"));
    }

    @Test
    void killed_after_the_confirmation_it_is_moved_by_the_sweep() {
        String id = propose(Map.of()).text("id");
        service.part(MongoDatabase.class)
                .getCollection("suspense_allocations")
                .updateOne(
                        Filters.eq("_id", id),
                        Updates.combine(
                                Updates.set("state", "CONFIRMED"),
                                Updates.set("moving", true),
                                Updates.set("decidedBy", "finance-s"),
                                Updates.set("decidedAt", Date.from(Instant.now().minusSeconds(60))),
                                Updates.set("decidedOn", "2020-02-10")));

        Eventually.that(
                "it is moved",
                () -> service.get(ALLOCATIONS + "/" + id, clerk).text("state").equals("DONE"));

        assertThat(due("2020-01").suspense()).isEqualTo(Fen.ofYuan("100.00"));
        assertThat(due("2020-02").received()).isEqualTo(Fen.ofYuan("400.00"));
    }

    @Test
    void what_makes_no_sense_is_refused_and_nothing_is_proposed() {
        assertThat(propose(Map.of("amount", "500.01")).text("code")).isEqualTo("more-than-in-suspense");
        assertThat(propose(Map.of("amount", "-1.00")).text("code")).isEqualTo("amount-not-positive");
        assertThat(propose(Map.of("amount", "12")).status()).isEqualTo(400);
        assertThat(propose(Map.of("to", "2020-01")).text("field")).isEqualTo("to");
        assertThat(propose(Map.of("to", "2020-13")).text("field")).isEqualTo("to");
        assertThat(propose(Map.of("to", "2020-07")).text("code")).isEqualTo("nothing-assessed");
        assertThat(propose(Map.of("from", "nonsense")).text("field")).isEqualTo("from");
        assertThat(propose(Map.of("from", company.payer() + "|110|2019-01")).text("code"))
                .isEqualTo("due-unknown");
        assertThat(propose(Map.of("reason", " ")).text("field")).isEqualTo("reason");
        assertThat(Registered.post(ALLOCATIONS, clerk, Map.of()).text("code")).isEqualTo("missing-field");
        assertThat(Registered.post(ALLOCATIONS, finance, wanted(Map.of())).text("code"))
                .isEqualTo("role-required");
        assertThat(Registered.post(
                                ALLOCATIONS,
                                EnrollmentUnderTest.staffOf("640200", "clerk-x", Role.CLERK),
                                wanted(Map.of()))
                        .text("code"))
                .isEqualTo("due-unknown");
        assertThat(Registered.post(ALLOCATIONS, company.agent(), wanted(Map.of()))
                        .status())
                .isEqualTo(403);
        TaxOffice.paid(company.payer(), PENSION, "2020-02", "1200.00", "2020-02-04");
        assertThat(propose(Map.of()).text("code")).isEqualTo("more-than-owed");
        assertThat(service.get(SUSPENSE + "?area=990000", clerk).text("field")).isEqualTo("area");
        assertThat(service.get(SUSPENSE + "?area=640200", clerk).text("code")).isEqualTo("area-not-yours");
        assertThat(service.get(SUSPENSE + "?payer=x", clerk).text("field")).isEqualTo("payer");
        assertThat(service.get(SUSPENSE, company.agent()).status()).isEqualTo(403);
        assertThat(service.get(ALLOCATIONS + "?state=NONSENSE", clerk).text("field"))
                .isEqualTo("state");
    }

    @Test
    void who_was_credited_and_is_not_paid_for_any_more_is_listed() {
        Eventually.that(
                "the person is credited", () -> due("2020-01").progress().creditedRevision() == 1);
        TaxOffice.reversed(payment, "2020-02-05");

        Answer listed = service.get("/admin/v1/contributions/credited-unpaid?limit=500", clerk);

        assertThat(listed.body()).contains(due("2020-01").id());
        assertThat(service.get(
                                "/admin/v1/contributions/credited-unpaid",
                                EnrollmentUnderTest.staffOf("640200", "c", Role.CLERK))
                        .body())
                .doesNotContain(due("2020-01").id());
    }

    private Answer propose(Map<String, Object> other) {
        return Registered.post(ALLOCATIONS, clerk, wanted(other));
    }

    private Map<String, Object> wanted(Map<String, Object> other) {
        Map<String, Object> wanted = new HashMap<>(
                Map.of("from", due("2020-01").id(), "to", "2020-02", "amount", "400.00", "reason", "单位多缴，转入次月"));
        wanted.putAll(other);
        return wanted;
    }

    private Due due(String month) {
        return Objects.requireNonNull(
                service.part(Dues.class).byId(new DueKey(company.payer(), PENSION, Month.parse(month)).id()));
    }
}
