package org.nxsi.enrollment.collector;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.nxsi.enrollment.EnrollmentUnderTest;
import org.nxsi.enrollment.Registered;
import org.nxsi.enrollment.assessment.Company;
import org.nxsi.enrollment.collection.Due;
import org.nxsi.enrollment.collection.DueKey;
import org.nxsi.enrollment.collection.DueState;
import org.nxsi.enrollment.collection.Dues;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.local.testing.Answer;
import org.nxsi.local.testing.Eventually;
import org.nxsi.local.testing.ServiceUnderTest;
import org.nxsi.local.testing.TestCallers;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.Role;

/** 税务代征: what the tax office tells of payments, in whatever order and however often. */
class PaymentNoticeServiceTest {

    private static final String PATH = "/partner/v1/collectors/64/payment-notices";
    private static final Scheme PENSION = Scheme.EMPLOYEE_PENSION;

    private final ServiceUnderTest service = EnrollmentUnderTest.service();
    private final Payer payer = Payer.employer(CreditCode.parse(Registered.freshCreditCode()));

    @Test
    void a_month_is_paid_in_parts_and_too_much_waits_apart() {
        Company company = Company.withRiskClass();
        company.employ("2020-01", "6000.00");
        company.declareMonth("2020-01");

        TaxOffice.paid(company.payer(), PENSION, "2020-01", "1000.00", "2020-02-03");
        Due partly = due(company.payer());
        TaxOffice.paid(company.payer(), PENSION, "2020-01", "440.00", "2020-02-05");
        Due full = due(company.payer());
        TaxOffice.paid(company.payer(), PENSION, "2020-01", "60.50", "2020-02-06");
        Due over = due(company.payer());

        assertThat(partly.state()).isEqualTo(DueState.PARTLY_PAID);
        assertThat(partly.unpaid()).isEqualTo(Fen.ofYuan("440.00"));
        assertThat(full.state()).isEqualTo(DueState.PAID);
        assertThat(full.fullOn()).hasToString("2020-02-05");
        assertThat(full.suspense()).isEqualTo(Fen.ZERO);
        assertThat(over.state()).isEqualTo(DueState.PAID);
        assertThat(over.arrived()).isEqualTo(Fen.ofYuan("1440.00"));
        assertThat(over.suspense()).isEqualTo(Fen.ofYuan("60.50"));
        assertThat(over.fullOn()).hasToString("2020-02-05");
    }

    @Test
    void told_again_the_same_changes_nothing_and_other_words_under_its_number_are_refused() {
        Map<String, Object> notice = TaxOffice.payment(payer, PENSION, "2020-01", "100.00", "2020-02-03");
        Map<String, Object> other = new HashMap<>(notice);
        other.put("amount", "100.01");
        Map<String, Object> next = TaxOffice.payment(payer, PENSION, "2020-01", "5.00", "2020-02-03");

        assertThat(TaxOffice.results(TaxOffice.tell(notice))).containsExactly("STORED");
        Answer again = TaxOffice.tell(notice, other, next, next);

        assertThat(TaxOffice.results(again))
                .containsExactly("ALREADY_STORED", "REFUSED notice-differs id", "STORED", "ALREADY_STORED");
        assertThat(again.text("received")).isEqualTo("4");
        assertThat(again.text("stored")).isEqualTo("1");
        assertThat(again.text("refused")).isEqualTo("1");
        assertThat(due(payer).received()).isEqualTo(Fen.ofYuan("105.00"));
        assertThat(due(payer).postings()).hasSize(2);
    }

    @Test
    void money_before_its_assessment_waits_for_it() {
        Company company = Company.withRiskClass();
        company.employ("2020-01", "6000.00");

        TaxOffice.paid(company.payer(), PENSION, "2020-01", "1440.00", "2020-02-03");
        Due before = due(company.payer());
        company.declareMonth("2020-01");
        Due after = due(company.payer());

        assertThat(before.state()).isEqualTo(DueState.AWAITED);
        assertThat(before.suspense()).isEqualTo(Fen.ofYuan("1440.00"));
        assertThat(after.state()).isEqualTo(DueState.PAID);
        assertThat(after.suspense()).isEqualTo(Fen.ZERO);
        assertThat(after.fullOn()).hasToString("2020-02-03");
    }

    @Test
    void a_reversal_may_come_before_its_payment() {
        Map<String, Object> payment = TaxOffice.payment(payer, PENSION, "2020-01", "100.00", "2020-02-03");
        Map<String, Object> reversal = TaxOffice.reversal(payment, "2020-02-04");

        assertThat(TaxOffice.results(TaxOffice.tell(reversal))).containsExactly("STORED");
        assertThat(due(payer).received()).isEqualTo(Fen.ZERO);
        assertThat(TaxOffice.results(TaxOffice.tell(payment))).containsExactly("STORED");

        assertThat(due(payer).received()).isEqualTo(Fen.ZERO);
        assertThat(due(payer).postings()).hasSize(2);
        assertThat(TaxOffice.results(TaxOffice.tell(payment, reversal)))
                .containsExactly("ALREADY_STORED", "ALREADY_STORED");
    }

    @Test
    void payment_and_reversal_must_speak_of_the_same_money() {
        Map<String, Object> payment = TaxOffice.payment(payer, PENSION, "2020-01", "100.00", "2020-02-03");
        Map<String, Object> less = TaxOffice.reversal(payment, "2020-02-04");
        less.put("amount", "99.00");
        Map<String, Object> right = TaxOffice.reversal(payment, "2020-02-04");
        Map<String, Object> ofReversal = TaxOffice.reversal(right, "2020-02-04");
        Map<String, Object> later = TaxOffice.payment(payer, PENSION, "2020-01", "7.00", "2020-02-03");
        Map<String, Object> early = TaxOffice.reversal(later, "2020-02-04");
        later.put("month", "2019-12");

        assertThat(TaxOffice.results(TaxOffice.tell(payment, less, right, ofReversal, early, later)))
                .containsExactly(
                        "STORED",
                        "REFUSED reversal-differs reverses",
                        "STORED",
                        "REFUSED reverses-no-payment reverses",
                        "STORED",
                        "REFUSED reversal-differs amount");
    }

    @Test
    void late_fees_are_kept_apart() {
        Map<String, Object> notice = TaxOffice.payment(payer, PENSION, "2020-01", "100.00", "2020-02-03");
        notice.put("lateFee", "2.35");
        Map<String, Object> feeAlone = TaxOffice.payment(payer, PENSION, "2020-01", "0.00", "2020-02-03");
        feeAlone.put("lateFee", "0.05");

        assertThat(TaxOffice.results(TaxOffice.tell(notice, feeAlone))).containsExactly("STORED", "STORED");

        assertThat(due(payer).received()).isEqualTo(Fen.ofYuan("100.00"));
        assertThat(due(payer).arrival().lateFees()).isEqualTo(Fen.ofYuan("2.40"));
    }

    @Test
    void what_is_wrong_is_refused_line_by_line_and_harms_no_other() {
        List<Map<String, Object>> notices = new ArrayList<>();
        notices.add(with("scheme", "310"));
        notices.add(with("scheme", "170"));
        notices.add(with("payer", "EMPLOYER:91640100MA7ABCD12M"));
        notices.add(with("payer", "COMPANY:91640100MA7ABCD12N"));
        notices.add(with("payer", "nonsense"));
        notices.add(with("amount", "-5.00"));
        notices.add(with("amount", "5"));
        notices.add(with("amount", "0.00"));
        notices.add(with("lateFee", "-0.01"));
        notices.add(with("month", "2020-13"));
        notices.add(with("month", "2199-01"));
        notices.add(with("paidOn", "2020-02-30"));
        notices.add(with("paidOn", "2020-02-11"));
        notices.add(with("area", "990000"));
        notices.add(with("kind", "REFUNDED"));
        notices.add(with("kind", "REVERSED"));
        notices.add(with("reverses", "TN-x"));
        notices.add(with("id", "a|b"));
        notices.add(with("id", "x".repeat(65)));
        notices.add(with("month", null));
        notices.add(with("id", null));
        notices.add(with("payer", payer.toString()));

        Answer answer = TaxOffice.tell(notices);

        assertThat(TaxOffice.results(answer))
                .containsExactly(
                        "REFUSED invalid-field scheme",
                        "REFUSED scheme-not-of-payer scheme",
                        "REFUSED invalid-field payer",
                        "REFUSED invalid-field payer",
                        "REFUSED invalid-field payer",
                        "REFUSED amount-negative amount",
                        "REFUSED invalid-field amount",
                        "REFUSED amount-not-positive amount",
                        "REFUSED amount-negative lateFee",
                        "REFUSED invalid-field month",
                        "REFUSED month-out-of-range month",
                        "REFUSED invalid-field paidOn",
                        "REFUSED day-in-future paidOn",
                        "REFUSED invalid-field area",
                        "REFUSED invalid-field kind",
                        "REFUSED missing-field reverses",
                        "REFUSED invalid-field reverses",
                        "REFUSED invalid-field id",
                        "REFUSED invalid-field id",
                        "REFUSED missing-field month",
                        "REFUSED missing-field id",
                        "STORED");
        assertThat(due(payer).received()).isEqualTo(Fen.ofYuan("100.00"));
    }

    @Test
    void only_the_collector_itself_tells_and_what_is_no_batch_is_refused_as_a_whole() {
        TestCallers callers = new TestCallers(service);
        String body = "{\"notices\":[]}";
        List<Map<String, Object>> many = new ArrayList<>();
        for (int i = 0; i <= 1_000; i++) {
            many.add(Map.of("id", "M-" + i));
        }

        assertThat(TaxOffice.tell(PATH, callers.partner(Role.COLLECTOR, "61"), body)
                        .text("code"))
                .isEqualTo("partner-mismatch");
        assertThat(TaxOffice.tell(PATH, callers.bank("102"), body).text("code")).isEqualTo("role-required");
        assertThat(TaxOffice.tell(PATH, EnrollmentUnderTest.clerk(), body).status())
                .isEqualTo(403);
        assertThat(service.post(PATH, null, null, body).status()).isEqualTo(401);
        assertThat(TaxOffice.tell(PATH, TaxOffice.token(), body).text("code")).isEqualTo("missing-field");
        assertThat(TaxOffice.tell(PATH, TaxOffice.token(), "nonsense").text("code"))
                .isEqualTo("malformed-body");
        assertThat(TaxOffice.tell(PATH, TaxOffice.token(), "null").text("code")).isEqualTo("malformed-body");
        assertThat(TaxOffice.tell(PATH, TaxOffice.token(), "").text("code")).isEqualTo("malformed-body");
        Answer unknownField = TaxOffice.tell(PATH, TaxOffice.token(), "{\"notices\":[{\"iban\":\"x\"}]}");
        assertThat(unknownField.text("code")).isEqualTo("malformed-body");
        assertThat(unknownField.text("field")).contains("iban");
        assertThat(TaxOffice.results(TaxOffice.tell(PATH, TaxOffice.token(), "{\"notices\":[null]}")))
                .containsExactly("REFUSED missing-field id");
        assertThat(TaxOffice.tell(many).text("code")).isEqualTo("too-many-notices");
        assertThat(TaxOffice.tell(PATH, TaxOffice.token(), " ".repeat(CollectorDoor.MOST_BYTES + 1) + body)
                        .status())
                .isEqualTo(413);
    }

    @Test
    void a_thousand_notices_go_in_at_once() {
        List<Map<String, Object>> notices = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            Payer each = i % 2 == 0 ? payer : Payer.project(CreditCode.parse(payer.id()), i);
            Scheme scheme = i % 2 == 0 ? PENSION : Scheme.WORK_INJURY;
            notices.add(
                    TaxOffice.payment(each, scheme, "20" + (10 + i / 100) + "-0" + (1 + i % 9), "1.00", "2020-02-03"));
        }

        Answer answer = TaxOffice.tell(notices);

        assertThat(answer.text("stored")).as(answer.body()).isEqualTo("1000");
        assertThat(service.part(MongoDatabase.class)
                        .getCollection("payment_notices")
                        .countDocuments(Filters.and(Filters.eq("payer", payer.toString()), Filters.exists("unposted"))))
                .isZero();
    }

    @Test
    void what_a_crash_left_between_keeping_and_posting_is_posted() {
        Map<String, Object> notice = TaxOffice.payment(payer, PENSION, "2020-01", "100.00", "2020-02-03");
        TaxOffice.tell(notice);
        asIfKilledBeforePosting("64|" + notice.get("id"));

        Eventually.that(
                "the sweep has told the due",
                () -> service.part(Dues.class).byId(new DueKey(payer, PENSION, Month.parse("2020-01")).id()) != null);

        assertThat(due(payer).received()).isEqualTo(Fen.ofYuan("100.00"));
        asIfKilledBeforePosting("64|" + notice.get("id"));
        assertThat(TaxOffice.results(TaxOffice.tell(notice))).containsExactly("ALREADY_STORED");
        assertThat(due(payer).received()).isEqualTo(Fen.ofYuan("100.00"));
    }

    @Test
    void a_due_has_room_for_so_much_and_no_more_and_what_is_left_over_is_for_people() {
        List<Map<String, Object>> notices = new ArrayList<>();
        for (int i = 0; i < Due.MOST_POSTINGS + 2; i++) {
            notices.add(TaxOffice.payment(payer, PENSION, "2020-01", "1.00", "2020-02-03"));
        }

        assertThat(TaxOffice.tell(notices).text("refused")).isEqualTo("0");

        assertThat(due(payer).received()).isEqualTo(Fen.ofYuan("200.00"));
        Answer left = service.get(
                "/admin/v1/contributions/payment-notices?limit=500",
                EnrollmentUnderTest.staffOf("640104", "c", Role.CLERK));
        assertThat(left.status()).as(left.body()).isEqualTo(200);
        assertThat(left.body().split(payer.toString(), -1)).hasSize(3);
        assertThat(service.get(
                                "/admin/v1/contributions/payment-notices",
                                EnrollmentUnderTest.staffOf("640200", "c", Role.CLERK))
                        .body())
                .doesNotContain(payer.toString());
    }

    private void asIfKilledBeforePosting(String notice) {
        MongoDatabase store = service.part(MongoDatabase.class);
        store.getCollection("dues").deleteMany(new Document("payer", payer.toString()));
        store.getCollection("payment_notices")
                .updateOne(
                        Filters.eq("_id", notice),
                        Updates.combine(
                                Updates.set("unposted", true),
                                Updates.set(
                                        "receivedAt", Date.from(Instant.now().minusSeconds(60)))));
    }

    private Map<String, Object> with(String field, Object value) {
        Map<String, Object> notice = TaxOffice.payment(payer, PENSION, "2020-01", "100.00", "2020-02-03");
        notice.put(field, value);
        return notice;
    }

    private Due due(Payer of) {
        return Objects.requireNonNull(
                service.part(Dues.class).byId(new DueKey(of, PENSION, Month.parse("2020-01")).id()));
    }
}
