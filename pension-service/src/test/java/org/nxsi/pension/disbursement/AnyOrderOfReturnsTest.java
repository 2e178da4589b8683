package org.nxsi.pension.disbursement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nxsi.local.testing.Answer;
import org.nxsi.local.testing.Eventually;
import org.nxsi.pension.instruction.Instruction;
import org.nxsi.pension.instruction.InstructionStatus;
import org.nxsi.pension.instruction.Instructions;
import org.nxsi.pension.instruction.Obligation;
import org.nxsi.pension.payment.FakeBanks;
import org.nxsi.pension.payment.LateReturns;
import org.nxsi.pension.returned.ReturnedPayment;
import org.nxsi.pension.returned.ReturnedPayments;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.web.Role;
import tools.jackson.databind.JsonNode;

/**
 * Rounds of returns in any order: payments come back late, first ones and re-issues; corrections are proposed, refused,
 * approved or left; messages and commands come twice. The seed decides; a failure names it.
 */
class AnyOrderOfReturnsTest {

    private static final int PEOPLE = 60;
    private static final Fen EACH = Fen.ofYuan("1000.01");
    private static final LocalDate DAY = LocalDate.of(2020, 3, 12);
    private static final int ROUNDS = 5;

    private static MonthUnderTest pension;
    private static CorrectionsUnderTest corrections;

    @BeforeAll
    static void start() {
        pension = new MonthUnderTest();
        pension.beneficiaries(PEOPLE);
        corrections = new CorrectionsUnderTest(pension);
    }

    @AfterAll
    static void stop() {
        pension.close();
    }

    @Test
    void nobody_is_lost_and_nobody_is_paid_twice() {
        long seed = Long.getLong("nxsi.test.seed", 20200310L);
        Random random = new Random(seed);
        MonthUnderTest.Paid first = pension.month("2019-01");
        first.release();
        first.close();
        int number = 2;
        for (int round = 0; round < ROUNDS; round++) {
            String as = "seed " + seed + " round " + round;
            returnLate(random, round);
            corrections.ids("state=OPEN").forEach(id -> correct(random, id));
            long ready = part(ReturnedPayments.class).countReady();
            MonthUnderTest.Paid run = pension.supplementary("2019-02", number);
            Answer made = run.make();
            if (ready == 0) {
                assertThat(made.text("code")).as(as).isEqualTo("nothing-ready");
                continue;
            }
            number++;
            pay(run, random);
            assertThat(run.report("entitled")).as(as).isEqualTo(String.valueOf(ready));
            assertThat(run.report("fundBooksBalanced")).as(as).isEqualTo("true");
            everybodyIsAccountedFor(as);
        }
    }

    private static void pay(MonthUnderTest.Paid run, Random random) {
        run.untilStatus(RunStatus.CALCULATED);
        run.make();
        for (Slice slice : part(Slices.class).ofRun(run.run)) {
            if (random.nextBoolean()) {
                pension.again(Slices.READY, slice.id());
                pension.again(Slices.CLOSED, run.run);
            }
        }
        pension.again(Runs.CUT, run.run);
        run.allot();
        run.step("approval", Role.REVIEWER);
        run.step("release", Role.FINANCE);
        run.step("release", Role.FINANCE);
        run.untilStatus(RunStatus.PAID);
    }

    /** Some that were paid come back, first payments and re-issues alike; a bank says it twice. */
    private static void returnLate(Random random, int round) {
        List<Instruction> returned = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            Instruction last = attempts(person).getLast();
            if (last.status() == InstructionStatus.PAID && random.nextInt(10) == 0) {
                LateReturns.tell(pension.service, last, "E0" + (3 + random.nextInt(2)), DAY.plusDays(round));
                LateReturns.tell(pension.service, last, "E03", DAY.plusDays(round));
                returned.add(last);
            }
        }
        Eventually.that(
                "all late returns are listed",
                () -> part(ReturnedPayments.class)
                                .byIds(returned.stream().map(Instruction::id).toList())
                                .size()
                        == returned.size());
    }

    private static void correct(Random random, String id) {
        String bank = FakeBanks.CODES.get(random.nextInt(FakeBanks.CODES.size()));
        String account = "62229%07d%s".formatted(random.nextInt(1_000_000), random.nextInt(4) == 0 ? "99" : "01");
        switch (random.nextInt(5)) {
            case 0 -> {}
            case 1 -> {
                corrections.propose(id, bank, account);
                corrections.reject(id, "不清");
            }
            case 2 -> {
                corrections.correct(id, bank, account);
                assertThat(corrections.approve(id).status()).isEqualTo(409);
                pension.again(
                        "pension.payee-account-to-change", corrections.see(id).text("obligation"));
            }
            default -> corrections.correct(id, bank, account);
        }
    }

    /** Each person's attempts are a chain: all but the last came back, and what came back is on the list. */
    private static void everybodyIsAccountedFor(String as) {
        int paid = 0;
        int owed = 0;
        for (int person = 0; person < PEOPLE; person++) {
            List<Instruction> attempts = attempts(person);
            for (Instruction each : attempts.subList(0, attempts.size() - 1)) {
                assertThat(each.status()).as(as).isEqualTo(InstructionStatus.RETURNED);
                assertThat(listed(each).state()).as(as).isEqualTo(ReturnedPayment.State.REISSUED);
            }
            Instruction last = attempts.getLast();
            if (last.status() == InstructionStatus.PAID) {
                paid++;
            } else {
                assertThat(last.status()).as(as).isEqualTo(InstructionStatus.RETURNED);
                assertThat(listed(last).state()).as(as).isNotEqualTo(ReturnedPayment.State.REISSUED);
                owed++;
            }
        }
        assertThat(paid + owed).as(as).isEqualTo(PEOPLE);
        assertThat(owedInTheBooks()).as(as).isEqualTo(Fen.of(EACH.amount_fen() * owed));
    }

    private static Fen owedInTheBooks() {
        Fen owed = Fen.ZERO;
        Answer books = pension.service.get("/admin/v1/fund-books/trial-balance", pension.token(Role.AUDITOR));
        for (JsonNode each : books.json().path("accounts")) {
            if (each.path("account").asString().equals("TEMPORARY_RECEIPTS_TO_REISSUE")) {
                owed = owed.plus(Fen.ofYuan(each.path("credit").asString()))
                        .minus(Fen.ofYuan(each.path("debit").asString()));
            }
        }
        return owed;
    }

    private static ReturnedPayment listed(Instruction returned) {
        return part(ReturnedPayments.class).byIds(List.of(returned.id())).getFirst();
    }

    /** First to last. */
    private static List<Instruction> attempts(int person) {
        List<Instruction> attempts = new ArrayList<>();
        String key = Obligation.pension(MonthUnderTest.payee(person), "110", "2019-01")
                .key();
        for (List<Instruction> found = byId(key); !found.isEmpty(); found = byId(key)) {
            attempts.addAll(found);
            key = Obligation.reissueKey(key);
        }
        return attempts;
    }

    private static List<Instruction> byId(String key) {
        return part(Instructions.class).byIds(List.of(key));
    }

    private static <T> T part(Class<T> type) {
        return pension.service.part(type);
    }
}
