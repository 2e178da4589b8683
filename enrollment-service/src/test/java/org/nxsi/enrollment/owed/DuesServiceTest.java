package org.nxsi.enrollment.owed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nxsi.enrollment.EnrollmentUnderTest;
import org.nxsi.enrollment.Registered;
import org.nxsi.enrollment.collection.DueKey;
import org.nxsi.enrollment.collection.TestDues;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.local.testing.Answer;
import org.nxsi.local.testing.ServiceUnderTest;
import org.nxsi.local.testing.TestCallers;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.Role;
import tools.jackson.databind.JsonNode;

/** Dues as staff, the tax office and employers see them. */
class DuesServiceTest {

    private static final String PATH = "/admin/v1/contributions/dues";
    private static final AreaCode XINGQING = AreaCode.parse("640104");
    private static final AreaCode LONGDE = AreaCode.parse("640423");

    private final ServiceUnderTest service = EnrollmentUnderTest.service();

    @Test
    void staff_find_a_payers_dues_by_month_scheme_and_state_with_all_that_was_told_of_each() {
        DueKey first = charged(Registered.freshCreditCode(), XINGQING, "2019-08", "2019-09-25");
        DueKey second = charged(first.payer().id(), XINGQING, "2019-09", "2019-10-25");
        TestDues.post(second, XINGQING, TestDues.paid("m-" + second.id(), "400.00", "2019-10-20"));
        String payer = "?payer=" + first.payer();

        Answer all = service.get(PATH + payer, EnrollmentUnderTest.clerk());
        Answer paged = service.get(PATH + payer + "&limit=1", EnrollmentUnderTest.clerk());
        Answer partly = service.get(PATH + payer + "&state=PARTLY_PAID&scheme=110", EnrollmentUnderTest.clerk());
        Answer one = service.get(PATH + "/" + encoded(second), EnrollmentUnderTest.clerk());

        assertThat(all.status()).as(all.body()).isEqualTo(200);
        assertThat(all.json().path("items").size()).isEqualTo(2);
        assertThat(all.text("items", "0", "standing")).isEqualTo("OVERDUE");
        assertThat(paged.text("next")).isNotEmpty();
        assertThat(partly.json().path("items").size()).isEqualTo(1);
        assertThat(partly.text("items", "0", "unpaid")).isEqualTo("600.00");
        assertThat(one.status()).as(one.body()).isEqualTo(200);
        assertThat(one.json().path("facts").size()).isEqualTo(2);
        assertThat(one.text("facts", "0", "amount")).isEqualTo("400.00");
    }

    @Test
    void the_late_fee_is_told_to_the_fen_for_the_day_asked_about() {
        DueKey due = new DueKey(
                Payer.employer(CreditCode.parse(Registered.freshCreditCode())),
                Scheme.EMPLOYEE_PENSION,
                Month.parse("2019-08"));
        TestDues.post(due, XINGQING, TestDues.charged(XINGQING, 1, "10000.00", "2019-09-25"));
        String path = PATH + "/" + encoded(due) + "/late-fee";

        Answer fee = service.get(path + "?paidOn=2019-11-11", EnrollmentUnderTest.clerk());

        assertThat(fee.status()).as(fee.body()).isEqualTo(200);
        assertThat(fee.text("fee")).isEqualTo("235.00");
        assertThat(fee.text("payments", "0", "days")).isEqualTo("47");
        assertThat(fee.text("clause")).isEqualTo("社会保险法 第八十六条");
        assertThat(service.get(path + "?paidOn=2019-13-01", EnrollmentUnderTest.clerk())
                        .status())
                .isEqualTo(400);
        assertThat(service.get(path + "?paidOn=1900-01-01", EnrollmentUnderTest.clerk())
                        .text("field"))
                .isEqualTo("paidOn");
    }

    @Test
    void other_areas_dues_do_not_exist_and_nonsense_is_named() {
        DueKey due = charged(Registered.freshCreditCode(), XINGQING, "2019-08", "2019-09-25");
        String elsewhere = EnrollmentUnderTest.staffOf("640200", "clerk-s", Role.CLERK);

        assertThat(service.get(PATH + "/" + encoded(due), elsewhere).text("code"))
                .isEqualTo("due-unknown");
        assertThat(service.get(PATH + "?payer=" + due.payer(), elsewhere)
                        .json()
                        .path("items")
                        .size())
                .isZero();
        assertThat(service.get(PATH + "?area=640104", elsewhere).text("code")).isEqualTo("area-not-yours");
        String clerk = EnrollmentUnderTest.clerk();
        assertThat(service.get(PATH + "?payer=EMPLOYER:91640100MA7ABCD12X", clerk)
                        .text("field"))
                .isEqualTo("payer");
        assertThat(service.get(PATH + "?scheme=999", clerk).text("field")).isEqualTo("scheme");
        assertThat(service.get(PATH + "?month=2020-13", clerk).status()).isEqualTo(400);
        assertThat(service.get(PATH + "?state=LOST", clerk).status()).isEqualTo(400);
        assertThat(service.get(PATH + "?area=990000", clerk).status()).isEqualTo(400);
        String citizen = EnrollmentUnderTest.citizen(Registered.freshNumber(), "web");
        assertThat(service.get(PATH, citizen).status()).isEqualTo(403);
    }

    @Test
    void the_tax_office_fetches_what_is_owed_page_by_page_and_what_is_paid_is_not_in_it() {
        DueKey open = charged(Registered.freshCreditCode(), LONGDE, "2020-01", "2020-02-25");
        DueKey partly = charged(Registered.freshCreditCode(), LONGDE, "2020-01", "2020-02-25");
        DueKey paid = charged(Registered.freshCreditCode(), LONGDE, "2020-01", "2020-02-25");
        TestDues.post(partly, LONGDE, TestDues.paid("f-" + partly.id(), "999.99", "2020-02-01"));
        TestDues.post(paid, LONGDE, TestDues.paid("f-" + paid.id(), "1000.00", "2020-02-01"));

        List<String> fetched = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = service.get(
                    "/partner/v1/collectors/64/dues-to-collect?area=640423&limit=1" + cursor, collector("64"));
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            page.json()
                    .path("items")
                    .forEach((JsonNode each) -> fetched.add(each.path("due").asString() + " "
                            + each.path("amount").asString()));
            cursor = page.text("next").isEmpty() ? "" : "&cursor=" + page.text("next");
        } while (!cursor.isEmpty());

        assertThat(fetched)
                .contains(open.id() + " 1000.00", partly.id() + " 0.01")
                .noneMatch(each -> each.startsWith(paid.id()));
        assertThat(service.get("/partner/v1/collectors/65/dues-to-collect?area=640423", collector("64"))
                        .text("code"))
                .isEqualTo("partner-mismatch");
        assertThat(service.get("/partner/v1/collectors/64/dues-to-collect?area=990000", collector("64"))
                        .status())
                .isEqualTo(400);
        assertThat(service.get("/partner/v1/collectors/64/dues-to-collect?area=640423", EnrollmentUnderTest.clerk())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void an_employer_sees_its_own_dues_with_the_late_fee_so_far_and_nobody_elses() {
        String code = Registered.employer();
        String agent = Registered.agent(code, Registered.person());
        charged(code, XINGQING, "2019-12", "2020-01-21");

        Answer own = service.get("/v1/employers/me/dues", agent);

        assertThat(own.status()).as(own.body()).isEqualTo(200);
        assertThat(own.text("items", "0", "lateFee", "fee")).isEqualTo("10.00");
        assertThat(own.text("items", "0", "due", "standing")).isEqualTo("OVERDUE");
        String other = Registered.agent(Registered.employer(), Registered.person());
        assertThat(service.get("/v1/employers/me/dues", other)
                        .json()
                        .path("items")
                        .size())
                .isZero();
        assertThat(service.get("/v1/employers/me/dues", EnrollmentUnderTest.clerk())
                        .status())
                .isEqualTo(403);
    }

    private static DueKey charged(String code, AreaCode area, String month, String dueDate) {
        DueKey key = new DueKey(Payer.employer(CreditCode.parse(code)), Scheme.EMPLOYEE_PENSION, Month.parse(month));
        TestDues.post(key, area, TestDues.charged(area, 1, "1000.00", dueDate));
        return key;
    }

    private String collector(String code) {
        return new TestCallers(service).partner(Role.COLLECTOR, code);
    }

    private static String encoded(DueKey key) {
        return URLEncoder.encode(key.id(), StandardCharsets.UTF_8);
    }
}
