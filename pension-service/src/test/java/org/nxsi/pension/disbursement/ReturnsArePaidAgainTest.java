package org.nxsi.pension.disbursement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.nxsi.local.testing.Answer;
import org.nxsi.local.testing.EventSchemas;
import org.nxsi.local.testing.Eventually;
import org.nxsi.local.testing.TestListener;
import org.nxsi.pension.Topics;
import org.nxsi.pension.beneficiary.Beneficiaries;
import org.nxsi.pension.beneficiary.Beneficiary;
import org.nxsi.pension.beneficiary.Scheme;
import org.nxsi.pension.instruction.Instruction;
import org.nxsi.pension.instruction.InstructionStatus;
import org.nxsi.pension.instruction.Instructions;
import org.nxsi.pension.instruction.Obligation;
import org.nxsi.pension.returned.ReturnedPayments;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.web.Role;
import tools.jackson.databind.JsonNode;

/**
 * One story, in its order: of 60 people six come back; they are corrected, some of them refused first, and paid by
 * R2; one comes back again and is paid by R3. Nobody is lost, and nobody is paid twice.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReturnsArePaidAgainTest {

    private static final String MONTH = "2019-01";
    private static final Fen EACH = Fen.ofYuan("1000.01");

    private static MonthUnderTest pension;
    private static CorrectionsUnderTest corrections;
    private static MonthUnderTest.Paid first;
    private static MonthUnderTest.Paid second;
    private static MonthUnderTest.Paid third;

    @BeforeAll
    static void aMonthIsPaidAndClosed() {
        pension = new MonthUnderTest();
        pension.beneficiaries(60);
        corrections = new CorrectionsUnderTest(pension);
        first = pension.month(MONTH);
        second = pension.supplementary("2019-02", 2);
        third = pension.supplementary("2019-02", 3);
        pension.month("2019-02").make();
        first.release();
        first.close();
    }

    @AfterAll
    static void stop() {
        pension.close();
    }

    @Test
    @Order(1)
    void every_return_is_on_the_list_with_its_reason() {
        List<JsonNode> open = corrections.list("state=OPEN&month=" + MONTH);
        assertThat(open).hasSize(6);
        assertThat(open).allSatisfy(each -> {
            assertThat(each.path("reason").asString()).isEqualTo("E02");
            assertThat(each.path("reasonText").asString()).isEqualTo("账号不存在");
            assertThat(each.path("amount").asString()).isEqualTo("1000.01");
            assertThat(each.path("run").asString()).isEqualTo(first.run);
            assertThat(each.path("account").asString()).matches("[*]{4}[0-9]{2}99");
            assertThat(each.path("holder").asString()).isEqualTo("*三");
        });
        assertThat(first.report("onCorrectionList")).isEqualTo("6");
        assertThat(corrections.list("state=OPEN&bank=102&reason=E02").size()
                        + corrections.list("bank=104").size()
                        + corrections.list("bank=313").size())
                .isEqualTo(6);
        assertThat(corrections.list("reason=E03")).isEmpty();
        assertThat(pension.service
                        .get(CorrectionsUnderTest.LIST + "?state=LOST", pension.token(Role.CLERK))
                        .text("code"))
                .isEqualTo("invalid-parameter");
    }

    @Test
    @Order(2)
    void staff_see_and_change_their_own_area_alone() {
        String guyuan = pension.service
                .token("guyuan")
                .client("ops-console")
                .roles(Role.CLERK)
                .claim("agency", "640400")
                .signed();
        assertThat(pension.service.get(CorrectionsUnderTest.LIST, guyuan).json().path("items"))
                .isEmpty();
        String id = corrections.ids("state=OPEN").getFirst();
        assertThat(pension.service
                        .get(CorrectionsUnderTest.LIST + "/" + id, guyuan)
                        .text("code"))
                .isEqualTo("returned-payment-unknown");
        assertThat(pension.post(CorrectionsUnderTest.LIST + "/" + id + "/account-correction", guyuan, "{}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    @Order(3)
    void nothing_is_paid_again_before_somebody_approved_it() {
        Answer nothing = second.make();
        assertThat(nothing.status()).isEqualTo(409);
        assertThat(nothing.text("code")).isEqualTo("nothing-ready");
    }

    @Test
    @Order(4)
    void a_wrong_account_is_refused_by_name() {
        String id = corrections.ids("state=OPEN").getFirst();
        assertThat(corrections.propose(id, "999", "6220000000000001").text("code"))
                .isEqualTo("bank-unknown");
        assertThat(corrections.propose(id, "102", "12ab").text("field")).isEqualTo("account");
        assertThat(corrections
                        .propose(id, "{\"sameAccount\":true,\"note\":\"ok\"}")
                        .text("code"))
                .isEqualTo("account-must-change");
        assertThat(corrections
                        .propose(id, "{\"bank\":\"102\",\"account\":\"6220000000000001\",\"holder\":\"李四\"}")
                        .text("code"))
                .isEqualTo("holder-differs");
        assertThat(corrections.see(id).text("state")).isEqualTo("OPEN");
    }

    @Test
    @Order(5)
    void who_proposes_does_not_approve_and_a_refusal_opens_it_again() {
        String id = corrections.ids("state=OPEN").getFirst();
        assertThat(corrections.propose(id, "105", "6222000000000005").text("state"))
                .isEqualTo("PROPOSED");
        assertThat(corrections.propose(id, "105", "6222000000000006").text("code"))
                .isEqualTo("returned-payment-not-there");
        String approval = CorrectionsUnderTest.LIST + "/" + id + "/approval";
        assertThat(pension.post(approval, pension.token(Role.REVIEWER, "clerk"), "{}")
                        .text("code"))
                .isEqualTo("same-person");
        assertThat(pension.post(approval, pension.token(Role.CLERK, "other"), "{}")
                        .text("code"))
                .isEqualTo("role-required");
        assertThat(corrections.reject(id, "").status()).isEqualTo(400);
        Answer refused = corrections.reject(id, "存折复印件不清");
        assertThat(refused.text("state")).isEqualTo("OPEN");
        assertThat(refused.text("refusals", "0", "reason")).isEqualTo("存折复印件不清");
        assertThat(corrections.approve(id).text("code")).isEqualTo("returned-payment-not-there");
        corrections.propose(id, "105", "6222000000000007");
        assertThat(pension.post(approval, pension.token(Role.REVIEWER), "{\"proposal\":1}")
                        .text("code"))
                .isEqualTo("proposal-replaced");
        corrections.reject(id, "again");
    }

    @Test
    @Order(6)
    void an_approved_account_is_the_beneficiarys_from_now_on_and_says_what_it_replaced() {
        Instruction before = instruction(pension.month("2019-02").run, firstOpen());
        List<String> open = corrections.ids("state=OPEN");
        for (int i = 0; i < 5; i++) {
            // One of them to an account that does not exist either, the others to another bank.
            corrections.correct(open.get(i), "403", "62220000%06d%s".formatted(i, i == 1 ? "99" : "02"));
        }
        assertThat(corrections.list("state=READY")).hasSize(5);
        for (String id : open.subList(0, 5)) {
            String payee = corrections.see(id).text("payee");
            Eventually.that(
                    "the beneficiary has the account",
                    () -> beneficiary(payee).account().bank().equals("403"));
            assertThat(beneficiary(payee).version()).isEqualTo(2);
            assertThat(corrections.see(id).text("replaced", "version")).isEqualTo("1");
            assertThat(corrections.see(id).text("replaced", "account")).endsWith("99");
        }
        assertThat(instruction(pension.month("2019-02").run, before.payee()).account())
                .isEqualTo(before.account());
    }

    @Test
    @Order(7)
    void the_message_of_a_correction_that_comes_again_changes_nothing() {
        JsonNode one = corrections.list("state=READY").getFirst();
        String payee = one.path("payee").asString();
        work("pension.payee-account-to-change", one.path("obligation").asString());
        assertThat(beneficiary(payee).version()).isEqualTo(2);
        assertThat(corrections.see(one.path("id").asString()).text("replaced", "version"))
                .isEqualTo("1");
    }

    @Test
    @Order(8)
    void one_supplementary_run_at_a_time_takes_what_is_ready() {
        Answer made = second.make();
        assertThat(made.status()).isEqualTo(202);
        assertThat(made.text("id")).isEqualTo(second.run);
        assertThat(made.text("kind")).isEqualTo("SUPPLEMENTARY");
        Answer another = pension.supplementary("2019-01", 2).make();
        assertThat(another.status()).isEqualTo(409);
        assertThat(another.text("code")).isEqualTo("supplementary-run-under-way");
        assertThat(another.text("run")).isEqualTo(second.run);
        second.untilStatus(RunStatus.CALCULATED);
        assertThat(second.read("beneficiaries")).isEqualTo("5");
        assertThat(corrections.list("state=REISSUED")).hasSize(5);
        assertThat(corrections.list("state=OPEN")).hasSize(1);
    }

    @Test
    @Order(9)
    void slice_messages_that_come_again_change_nothing() {
        corrections.correct(corrections.ids("state=OPEN").getFirst(), "102", "6222000000000102");
        List<Slice> slices = pension.service.part(Slices.class).ofRun(second.run);
        work(Runs.CUT, second.run);
        slices.forEach(slice -> work(Slices.READY, slice.id()));
        slices.forEach(slice -> work(Slices.CLOSED, second.run));
        assertThat(second.report("entitled")).isEqualTo("5");
        assertThat(corrections.list("state=READY")).hasSize(1);
        assertThat(pension.service.part(ReturnedPayments.class).countReady()).isEqualTo(1);
    }

    @Test
    @Order(10)
    void what_is_paid_again_keeps_its_month_and_is_paid_once() {
        second.step("funding-application", Role.CLERK);
        second.allot();
        second.step("approval", Role.REVIEWER);
        second.step("release", Role.FINANCE);
        second.close();
        assertThat(second.report("paid")).isEqualTo("4");
        assertThat(second.report("returned")).isEqualTo("1");
        assertThat(second.report("fundBooksBalanced")).isEqualTo("true");
        assertThat(pension.banks.credited(second.run)).isEqualTo(times(4));
        assertThat(corrections
                        .list("state=OPEN&month=" + MONTH)
                        .getFirst()
                        .path("attempt")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    @Order(11)
    void a_re_issue_that_comes_back_goes_with_the_next_run() {
        JsonNode again = corrections.list("state=OPEN").getFirst();
        assertThat(again.path("obligation").asString()).endsWith("/r1");
        assertThat(again.path("first").asString()).doesNotContain("/r");
        corrections.correct(again.path("id").asString(), "104", "6222000000000104");
        assertThat(third.make().text("id")).isEqualTo(third.run);
        third.untilStatus(RunStatus.CALCULATED);
        assertThat(third.read("beneficiaries")).isEqualTo("2");
        third.step("funding-application", Role.CLERK);
        Answer enoughIsThere = third.step("allotments", Role.FINANCE, "finance", "{\"lines\":[]}");
        assertThat(enoughIsThere.text("status")).isEqualTo("FUNDED");
        third.step("approval", Role.REVIEWER);
        third.step("release", Role.FINANCE);
        third.close();
        assertThat(third.report("paid")).isEqualTo("2");
    }

    @Test
    @Order(12)
    void everybody_has_the_money_once_and_the_books_agree() {
        assertThat(corrections.list("state=OPEN")).isEmpty();
        assertThat(corrections.list("state=REISSUED")).hasSize(7);
        Map<String, Integer> paid = new TreeMap<>();
        Instructions instructions = pension.service.part(Instructions.class);
        for (int i = 0; i < 60; i++) {
            String key =
                    Obligation.pension(MonthUnderTest.payee(i), "110", MONTH).key();
            List<Instruction> attempts = instructions.byIds(List.of(key, key + "/r1", key + "/r2", key + "/r3"));
            paid.put(key, (int) attempts.stream()
                    .filter(each -> each.status() == InstructionStatus.PAID)
                    .count());
            assertThat(attempts).allSatisfy(each -> assertThat(each.slot()).isEqualTo(MONTH));
        }
        assertThat(paid.values()).containsOnly(1);
        assertThat(pension.banks
                        .credited(first.run)
                        .plus(pension.banks.credited(second.run))
                        .plus(pension.banks.credited(third.run)))
                .isEqualTo(times(60));
        assertThat(third.report("fundBooksBalanced")).isEqualTo("true");
        Answer books = pension.service.get("/admin/v1/fund-books/trial-balance", pension.token(Role.AUDITOR));
        books.json().path("accounts").forEach(each -> {
            if (each.path("account").asString().equals("TEMPORARY_RECEIPTS_TO_REISSUE")) {
                assertThat(each.path("debit").asString())
                        .isEqualTo(each.path("credit").asString());
                assertThat(each.path("credit").asString()).isEqualTo(times(7).toString());
            }
        });
    }

    @Test
    @Order(13)
    void the_payee_sees_what_came_back_why_and_what_was_paid_again() {
        JsonNode twice = corrections.list("state=REISSUED").stream()
                .filter(each -> each.path("attempt").asInt() == 1)
                .findFirst()
                .orElseThrow();
        String token = pension.service
                .token("citizen")
                .client("web")
                .roles(Role.CITIZEN)
                .claim("person_id", twice.path("payee").asString())
                .signed();
        Answer payments =
                pension.service.get("/v1/persons/me/periodic-benefit-payments?from=" + MONTH + "&to=" + MONTH, token);
        assertThat(payments.text("payments", "0", "status")).isEqualTo("RETURNED");
        assertThat(payments.text("payments", "0", "returnReasonText")).isEqualTo("账号不存在");
        assertThat(payments.text("payments", "0", "correction")).isEqualTo("REISSUED");
        assertThat(payments.text("payments", "1", "status")).isEqualTo("RETURNED");
        assertThat(payments.text("payments", "2", "status")).isEqualTo("PAID");
        assertThat(payments.text("payments", "2", "reissueOf")).isEqualTo(payments.text("payments", "1", "obligation"));
        assertThat(payments.text("payments", "2", "month")).isEqualTo(MONTH);
    }

    @Test
    @Order(14)
    void whatever_was_told_keeps_the_schema_of_its_type() {
        try (TestListener listener = pension.surroundings.listen(Topics.EVENTS, Topics.WORK)) {
            List<ConsumerRecord<String, byte[]>> told = listener.heardSoFar(any -> true);
            told.forEach(each -> EventSchemas.assertValid(each.value()));
            assertThat(told.stream()
                            .filter(each -> new String(each.value(), java.nio.charset.StandardCharsets.UTF_8)
                                    .contains("pension.payee-account-corrected"))
                            .count())
                    .isGreaterThanOrEqualTo(7);
        }
    }

    private static String firstOpen() {
        return corrections.list("state=OPEN").getFirst().path("payee").asString();
    }

    private static Instruction instruction(String run, String payee) {
        return pension.service
                .part(Instructions.class)
                .byIds(List.of(
                        Obligation.pension(payee, "110", run.substring(0, 7)).key()))
                .getFirst();
    }

    private static Beneficiary beneficiary(String payee) {
        Beneficiary found = pension.service.part(Beneficiaries.class).byId(Beneficiary.idOf(payee, Scheme.ENTERPRISE));
        assertThat(found).isNotNull();
        return found;
    }

    /** A message that comes again. */
    private static void work(String type, String subject) {
        pension.again(type, subject);
    }

    private static Fen times(int people) {
        return Fen.of(EACH.amount_fen() * people);
    }
}
