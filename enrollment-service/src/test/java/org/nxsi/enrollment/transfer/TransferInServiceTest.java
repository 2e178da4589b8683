package org.nxsi.enrollment.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nxsi.enrollment.EnrollmentUnderTest.service;
import static org.nxsi.enrollment.transfer.Transfers.CLERK;
import static org.nxsi.enrollment.transfer.Transfers.MINE;
import static org.nxsi.enrollment.transfer.Transfers.REVIEWER;
import static org.nxsi.enrollment.transfer.Transfers.STAFF;
import static org.nxsi.enrollment.transfer.Transfers.accept;
import static org.nxsi.enrollment.transfer.Transfers.balance;
import static org.nxsi.enrollment.transfer.Transfers.done;
import static org.nxsi.enrollment.transfer.Transfers.id;
import static org.nxsi.enrollment.transfer.Transfers.in;
import static org.nxsi.enrollment.transfer.Transfers.information;
import static org.nxsi.enrollment.transfer.Transfers.letterSent;
import static org.nxsi.enrollment.transfer.Transfers.money;
import static org.nxsi.enrollment.transfer.Transfers.partner;
import static org.nxsi.enrollment.transfer.Transfers.seen;
import static org.nxsi.enrollment.transfer.Transfers.staff;
import static org.nxsi.enrollment.transfer.Transfers.token;
import static org.nxsi.enrollment.transfer.Transfers.told;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nxsi.enrollment.EnrollmentUnderTest;
import org.nxsi.enrollment.Registered;
import org.nxsi.enrollment.assessment.Company;
import org.nxsi.enrollment.person.NewPerson;
import org.nxsi.enrollment.person.PersonRegister;
import org.nxsi.local.testing.Answer;
import org.nxsi.local.testing.EventSchemas;
import org.nxsi.local.testing.Eventually;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.PersonName;
import org.nxsi.platform.identity.SocialNumber;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.web.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 掌上12333 第14至16项: relations that come to Ningxia. */
class TransferInServiceTest {

    private static final AtomicInteger SERIAL = new AtomicInteger();

    private static Company company;

    @BeforeAll
    static void somebody_employs() {
        company = Company.withRiskClass();
    }

    private static String insured() {
        return company.employ("2020-01", "6000.00");
    }

    @Test
    void the_whole_way_with_the_money_first_and_everything_said_twice() {
        String person = insured();
        Answer applied = in(person);
        assertThat(applied.status()).as(applied.body()).isEqualTo(201);
        String number = applied.text("number");
        assertThat(applied.text("stateTitle")).isEqualTo("申请");
        assertThat(applied.text("dueOn")).isEqualTo("2020-03-02");
        assertThat(applied.text("application", "item")).isEqualTo("transfer-application");
        assertThat(accept(number).text("stateTitle")).isEqualTo("受理");
        accept(number);
        Answer letter = done(staff(number, "letter", REVIEWER, Map.of()));
        assertThat(letter.text("stateTitle")).isEqualTo("联系函已发");
        done(partner(number, "letter", Map.of("messageId", "letter-1")));
        done(partner(number, "letter", Map.of("messageId", "letter-1")));
        assertThat(done(partner(number, "money", money("money-1", "9360.00"))).text("stateTitle"))
                .isEqualTo("资金到");
        done(partner(number, "money", money("money-1", "9360.00")));
        assertThat(balance(person)).isEqualTo(Fen.ZERO);
        assertThat(service().get(MINE + "/progress", token(person)).text("items", "0", "moneyArrived"))
                .isEqualTo("true");

        Answer arrived = done(partner(number, "information", information("info-1", 2018)));
        done(partner(number, "information", information("info-1", 2018)));

        assertThat(arrived.text("stateTitle")).isEqualTo("接续完成");
        assertThat(balance(person)).isEqualTo(Fen.ofYuan("3744.00"));
        Answer seen = seen(number);
        assertThat(seen.text("pool")).isEqualTo("5616.00");
        assertThat(seen.text("application", "stateTitle")).isEqualTo("办结（准予）");
        assertThat(service().part(TransferredMonths.class).ofPerson(id(person)))
                .hasSize(12)
                .allSatisfy(each -> {
                    assertThat(each.base()).isEqualTo(Fen.ofYuan("3900.00"));
                    assertThat(each.place()).isEqualTo("610100");
                });
        Answer reviews = service().get(MINE + "/reviews", token(person));
        assertThat(reviews.text("items", "0", "resultTitle")).isEqualTo("审核通过");
    }

    @Test
    void others_learn_of_each_step_and_of_the_case() {
        String person = insured();
        String number = letterSent(person);
        done(partner(number, "information", information("info-1", 2018)));
        done(partner(number, "money", money("money-1", "9360.00")));

        Eventually.that(
                "the end is told",
                () -> told(person).stream()
                        .anyMatch(each ->
                                each.path("data").path("state").asString("").equals("COMPLETED")));
        List<JsonNode> heard = told(person);
        List<String> steps = heard.stream()
                .filter(each -> each.path("type").stringValue().equals("enrollment.transfer-progressed"))
                .map(each -> each.path("data").path("state").stringValue())
                .toList();
        assertThat(steps)
                .containsExactly(
                        "APPLIED", "ACCEPTED", "LETTER_SENT", "INFORMATION_ARRIVED", "BOTH_ARRIVED", "COMPLETED");
        assertThat(heard).anyMatch(each -> each.path("type").stringValue().equals("enrollment.case-progressed"));
        heard.forEach(each -> EventSchemas.assertValid(new JsonMapper().writeValueAsBytes(each)));
    }

    @Test
    void a_wrong_step_is_refused_by_name_and_nothing_is_changed() {
        String person = insured();
        String number = done(201, in(person)).text("number");

        Answer money = partner(number, "money", money("money-1", "9360.00"));
        Answer letter = staff(number, "letter", REVIEWER, Map.of());
        Answer sending = staff(number, "sending", REVIEWER, Map.of());

        assertThat(List.of(money, letter, sending)).allSatisfy(each -> {
            assertThat(each.status()).as(each.body()).isEqualTo(409);
            assertThat(each.text("code")).isEqualTo("wrong-step");
            assertThat(each.text("state")).isEqualTo("APPLIED");
        });
        assertThat(seen(number).json().path("steps").size()).isEqualTo(1);
        assertThat(seen(number).text("moneyOn")).isEmpty();
    }

    @Test
    void who_accepted_does_not_send_the_letter() {
        String both = EnrollmentUnderTest.staffOf("640104", "transfer-both", Role.CLERK, Role.REVIEWER);
        String number = done(201, in(insured())).text("number");
        done(staff(number, "acceptance", both, Map.of()));

        Answer alone = staff(number, "letter", both, Map.of());

        assertThat(alone.status()).isEqualTo(403);
        assertThat(alone.text("code")).isEqualTo("same-person");
        assertThat(seen(number).text("state")).isEqualTo("ACCEPTED");
    }

    @Test
    void money_that_differs_is_held_for_people_and_two_of_them_decide() {
        String person = insured();
        String number = letterSent(person);
        done(partner(number, "information", information("info-1", 2018)));
        Answer held = done(partner(number, "money", money("money-1", "9359.99")));
        assertThat(held.text("state")).isEqualTo("HELD");
        assertThat(balance(person)).isEqualTo(Fen.ZERO);
        assertThat(seen(number).text("difference")).isEqualTo("-0.01");

        Map<String, Object> release = Map.of("kind", "RELEASE", "reason", "尾差一分，函询一致");
        String both = EnrollmentUnderTest.staffOf("640104", "transfer-both", Role.CLERK, Role.REVIEWER);
        done(staff(number, "proposals", both, release));
        assertThat(staff(number, "proposals/decision", both, Map.of("agreed", true))
                        .text("code"))
                .isEqualTo("same-person");
        assertThat(balance(person)).isEqualTo(Fen.ZERO);

        Answer decided = done(staff(number, "proposals/decision", REVIEWER, Map.of("agreed", true)));
        assertThat(decided.text("state")).isEqualTo("COMPLETED");
        assertThat(balance(person)).isEqualTo(Fen.ofYuan("3744.00"));
    }

    @Test
    void months_that_are_double_are_held_and_the_persons_part_of_them_goes_back() {
        String person = company.employ("2018-12", "6000.00");
        String number = letterSent(person);
        done(partner(number, "information", information("info-1", 2018)));
        done(partner(number, "money", money("money-1", "9360.00")));

        Answer held = seen(number);
        assertThat(held.text("state")).isEqualTo("HELD");
        assertThat(held.text("doubles", "0")).isEqualTo("2018-12");
        assertThat(staff(number, "proposals", CLERK, Map.of("kind", "RELEASE", "reason", "保留本地月份"))
                        .text("field"))
                .isEqualTo("refund");
        done(staff(number, "proposals", CLERK, Map.of("kind", "RELEASE", "reason", "保留本地月份", "refund", "312.00")));
        done(staff(number, "proposals/decision", REVIEWER, Map.of("agreed", true)));

        assertThat(balance(person)).isEqualTo(Fen.ofYuan("3432.00"));
        assertThat(service().part(TransferredMonths.class).ofPerson(id(person))).hasSize(11);
    }

    @Test
    void an_application_is_turned_down_by_two_people_with_the_reason() {
        String person = insured();
        String number = done(201, in(person)).text("number");
        done(staff(number, "proposals", CLERK, Map.of("kind", "RETURN", "reason", "转出地无参保记录")));
        assertThat(seen(number).text("state")).isEqualTo("APPLIED");

        done(staff(number, "proposals/decision", REVIEWER, Map.of("agreed", true)));

        Answer reviews = service().get(MINE + "/reviews", token(person));
        assertThat(reviews.text("items", "0", "result")).isEqualTo("REJECTED");
        assertThat(reviews.text("items", "0", "reason")).isEqualTo("转出地无参保记录");
        assertThat(in(person).status()).isEqualTo(201);
    }

    @Test
    void papers_may_follow_and_a_main_paper_stops_the_clock() {
        String person = insured();
        String number = done(201, in(person)).text("number");
        Map<String, Object> main = Map.of("code", "id-card", "name", "身份证件", "main", true);
        Map<String, Object> form = Map.of("code", "form", "name", "申请表", "main", false);
        Answer asked = done(
                staff(number, "acceptance", CLERK, Map.of("missing", List.of(main, form), "supplyBy", "2020-03-10")));
        assertThat(asked.text("application", "state")).isEqualTo("MATERIALS_MISSING");
        assertThat(asked.text("dueOn")).isEmpty();
        assertThat(Registered.post(MINE + "/" + number + "/papers", token(person), Map.of("codes", List.of("nonsense")))
                        .text("code"))
                .isEqualTo("case-paper-not-asked");

        Answer supplied =
                Registered.post(MINE + "/" + number + "/papers", token(person), Map.of("codes", List.of("id-card")));

        assertThat(supplied.status()).as(supplied.body()).isEqualTo(200);
        assertThat(supplied.text("dueOn")).isEqualTo("2020-03-02");
        assertThat(accept(number).text("state")).isEqualTo("ACCEPTED");
    }

    @Test
    void the_applicant_takes_it_back_only_before_the_letter_has_left() {
        String person = insured();
        String number = done(201, in(person)).text("number");
        Answer withdrawn = Registered.post(MINE + "/" + number + "/withdrawal", token(person), Map.of());
        assertThat(withdrawn.text("application", "state")).isEqualTo("WITHDRAWN");

        String second = letterSent(person);
        Answer late = Registered.post(MINE + "/" + second + "/withdrawal", token(person), Map.of());
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("code")).isEqualTo("wrong-step");
    }

    @Test
    void one_at_a_time_and_only_ones_own() {
        String person = insured();
        String number = done(201, in(person)).text("number");
        String other = insured();

        Answer second = in(person);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text("number")).isEqualTo(number);
        assertThat(Registered.post(MINE + "/" + number + "/withdrawal", token(other), Map.of())
                        .text("code"))
                .isEqualTo("transfer-unknown");
        assertThat(service().get(MINE, token(other)).json().path("items").size())
                .isZero();
        assertThat(Registered.post(MINE, company.agent(), Map.of("scheme", "110"))
                        .text("code"))
                .isEqualTo("role-required");
    }

    @Test
    void staff_see_their_area_only_and_what_is_late() {
        String number = done(201, in(insured())).text("number");
        String elsewhere = EnrollmentUnderTest.staffOf("640221", "c9", Role.CLERK);

        assertThat(service().get(STAFF + number, elsewhere).text("code")).isEqualTo("transfer-unknown");
        assertThat(staff(number, "acceptance", elsewhere, Map.of()).status()).isEqualTo(404);
        assertThat(service()
                        .get("/admin/v1/transfer-applications?area=640104", elsewhere)
                        .text("code"))
                .isEqualTo("area-not-yours");
        assertThat(service()
                        .get("/admin/v1/transfer-applications?state=APPLIED&limit=500", CLERK)
                        .body())
                .contains(number);
        String late = "/admin/v1/transfer-applications?overdue=true&limit=500";
        assertThat(service().get(late, CLERK).body()).doesNotContain(number);
        EnrollmentUnderTest.today("2020-03-03");
        try {
            Answer listed = service().get(late, CLERK);
            assertThat(listed.body()).contains(number);
            assertThat(listed.text("items", "0", "overdue")).isEqualTo("true");
        } finally {
            EnrollmentUnderTest.today(EnrollmentUnderTest.TODAY);
        }
    }

    @Test
    void an_agency_speaks_for_its_own_province_only() {
        String number = letterSent(insured());
        String path = "/transfers/" + number + "/letter";
        Map<String, Object> body = Map.of("messageId", "letter-1");

        Answer wrongCode = Registered.post("/partner/v1/agencies/610000" + path, Transfers.agency("100000"), body);
        Answer otherProvince = Registered.post("/partner/v1/agencies/620000" + path, Transfers.agency("620000"), body);
        Answer citizen = Registered.post("/partner/v1/agencies/610000" + path, token(Registered.person()), body);
        Answer own = Registered.post("/partner/v1/agencies/610000" + path, Transfers.agency("610000"), body);

        assertThat(wrongCode.text("code")).isEqualTo("partner-mismatch");
        assertThat(otherProvince.status()).isEqualTo(404);
        assertThat(citizen.text("code")).isEqualTo("role-required");
        assertThat(own.text("state")).isEqualTo("HANDLING");
    }

    @Test
    void messages_that_do_not_hold_together_are_refused_and_change_nothing() {
        String number = letterSent(insured());
        assertFault(number, body -> body.put("account", "3744.01"), 422, "sums-differ");
        assertFault(number, body -> body.put("account", "-3744.00"), 422, "account-negative");
        assertFault(number, body -> body.put("months", List.of()), 422, "months-number");
        assertFault(
                number,
                body -> body.put("months", List.of(Map.of("month", "2018-13", "base", "1.00"))),
                400,
                "malformed-body");
        assertFault(
                number,
                body -> body.put("months", List.of(Map.of("month", "2018-01", "base", "-1.00"))),
                400,
                "malformed-body");
        assertFault(
                number,
                body -> body.put(
                        "months",
                        List.of(
                                Map.of("month", "2018-01", "base", "1.00"),
                                Map.of("month", "2018-01", "base", "1.00"))),
                422,
                "month-twice");
        assertFault(
                number,
                body -> body.put("months", List.of(Map.of("month", "2020-03", "base", "1.00"))),
                422,
                "month-not-yet");
        assertFault(number, body -> body.remove("years"), 400, "missing-field");
        assertFault(number, body -> body.put("messageId", "a b"), 400, "message-id-required");
        assertFault(number, body -> body.put("nonsense", 1), 400, "malformed-body");
        assertThat(partner(number, "money", money("money-1", "-1.00")).text("code"))
                .isEqualTo("invalid-amount");
        assertThat(partner(number, "money", money("money-1", "0.00")).status()).isEqualTo(400);
        assertThat(seen(number).text("state")).isEqualTo("LETTER_SENT");

        done(partner(number, "information", information("info-1", 2018)));
        assertThat(partner(number, "information", information("info-1", 2017)).text("code"))
                .isEqualTo("message-differs");
    }

    private static void assertFault(String number, Consumer<Map<String, Object>> change, int status, String code) {
        Map<String, Object> body = new HashMap<>(information("info-1", 2018));
        change.accept(body);
        Answer answer = partner(number, "information", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.text("code")).as(answer.body()).isEqualTo(code);
    }

    @Test
    void applications_that_cannot_be_are_refused_by_name() {
        String person = insured();
        assertThat(Transfers.apply(person, "610100", "649999").text("field")).isEqualTo("to");
        assertThat(Transfers.apply(person, "990100", "640104").text("field")).isEqualTo("from");
        assertThat(Transfers.apply(person, "6101", "640104").status()).isEqualTo(400);
        assertThat(Transfers.apply(person, "640200", "640104").text("code")).isEqualTo("within-ningxia");
        assertThat(Transfers.apply(person, "610100", "620100").text("code")).isEqualTo("neither-end-here");
        Map<String, Object> residents = Map.of("scheme", "170", "from", "610100", "to", "640104");
        assertThat(Registered.post(MINE, token(person), residents).text("code")).isEqualTo("scheme-not-transferable");
        Map<String, Object> backwards = Map.of(
                "scheme", "110", "from", "610100", "to", "640104", "claimedFrom", "2018-05", "claimedTo", "2018-01");
        assertThat(Registered.post(MINE, token(person), backwards).text("field"))
                .isEqualTo("claimedTo");
        Map<String, Object> noMonth = Map.of(
                "scheme", "110", "from", "610100", "to", "640104", "claimedFrom", "2018-13", "claimedTo", "2018-01");
        assertThat(Registered.post(MINE, token(person), noMonth).text("field")).isEqualTo("claimedFrom");
        assertThat(in(Registered.person()).text("code")).isEqualTo("not-insured-here");
        assertThat(in(Registered.freshNumber()).text("code")).isEqualTo("person-not-registered");
        assertThat(service().get(MINE, token(person)).json().path("items").size())
                .isZero();
    }

    @Test
    void who_is_insured_here_late_in_life_keeps_the_relation_where_it_is_unless_the_household_is_here() {
        String person = SocialNumber.complete("61010119680210" + "0" + (10 + SERIAL.incrementAndGet()))
                .value();
        service()
                .part(PersonRegister.class)
                .registerAll(
                        List.of(new NewPerson(
                                SocialNumber.parse(person), PersonName.parse("李建军"), AreaCode.parse("640104"))),
                        "transfer-test/" + person.substring(10));
        done(Registered.post(
                "/v1/persons/me/flexible-contribution-assessments",
                EnrollmentUnderTest.citizen(person, "my-ningxia"),
                Map.of("from", "2020-01", "to", "2020-01", "base", "4000.00")));

        Answer unsaid = in(person);
        Answer elsewhere = Registered.post(MINE, token(person), from("610101"));
        Answer here = Registered.post(MINE, token(person), from("640121"));

        assertThat(unsaid.text("field")).isEqualTo("household");
        assertThat(elsewhere.status()).isEqualTo(422);
        assertThat(elsewhere.text("code")).isEqualTo("temporary-account");
        assertThat(elsewhere.text("clause")).isEqualTo("国办发〔2009〕66号");
        assertThat(here.status()).as(here.body()).isEqualTo(201);
    }

    private static Map<String, Object> from(String household) {
        return Map.of("scheme", "110", "from", "610100", "to", "640104", "household", household);
    }
}
