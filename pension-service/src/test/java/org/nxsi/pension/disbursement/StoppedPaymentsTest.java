package org.nxsi.pension.disbursement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nxsi.local.testing.Answer;
import org.nxsi.pension.instruction.Instruction;
import org.nxsi.pension.instruction.InstructionStatus;
import org.nxsi.pension.instruction.Instructions;
import org.nxsi.pension.instruction.Obligation;
import org.nxsi.pension.payment.Batch;
import org.nxsi.pension.payment.BatchStatus;
import org.nxsi.pension.payment.Batches;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.web.Role;

/** Payments that are stopped after approval: named, and never half stopped. Of 120 people twelve have bad accounts. */
class StoppedPaymentsTest {

    private static MonthUnderTest pension;

    @BeforeAll
    static void start() {
        pension = new MonthUnderTest();
        pension.beneficiaries(120);
    }

    @AfterAll
    static void stop() {
        pension.close();
    }

    @Test
    void approved_is_released_and_withheld() {
        MonthUnderTest.Paid month = approved("2019-01");
        assertThat(stop(month, 1).text("items", "0", "withheld")).isEqualTo("true");
        assertThat(stop(month, 1).status()).isEqualTo(200);
        assertThat(stop(month, 3).status()).isEqualTo(200);
        assertThat(month.report("withheld")).isEqualTo("2");
        assertThat(month.report("waiting")).isEqualTo("118");
        month.step("release", Role.FINANCE);
        month.close();
        assertThat(month.report("entitled")).isEqualTo("120");
        assertThat(month.report("paid")).isEqualTo("106");
        assertThat(month.report("returned")).isEqualTo("12");
        assertThat(month.report("withheld")).isEqualTo("2");
        assertThat(month.report("withheldAmount")).isEqualTo("2000.02");
        assertThat(instruction(month, 1).status()).isEqualTo(InstructionStatus.WITHHELD);
        assertThat(pension.banks.credited(month.run)).isEqualTo(Fen.ofYuan("106001.06"));
        assertThat(pension.service
                        .get(month.path + "/stops", pension.token(Role.AUDITOR))
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void before_release_two_people_lift_a_stop_and_afterwards_nobody() {
        MonthUnderTest.Paid month = approved("2019-02");
        String lifted = stop(month, 5).text("items", "0", "id");
        String stays = stop(month, 7).text("items", "0", "id");
        String lifting = "stops/" + lifted + "/lifting";
        assertThat(month.step(lifting + "/approval", Role.FINANCE).text("code")).isEqualTo("lifting-not-wanted");
        assertThat(month.step(lifting, Role.REVIEWER).text("withheld")).isEqualTo("true");
        assertThat(month.step(lifting + "/approval", Role.REVIEWER).text("code"))
                .isEqualTo("same-person");
        assertThat(month.step(lifting + "/approval", Role.FINANCE).text("withheld"))
                .isEqualTo("false");
        assertThat(instruction(month, 5).status()).isEqualTo(InstructionStatus.PENDING);
        month.step("release", Role.FINANCE);
        month.untilStatus(RunStatus.PAID);
        assertThat(month.step("stops/" + stays + "/lifting", Role.REVIEWER).text("code"))
                .isEqualTo("run-not-there");
        assertThat(instruction(month, 5).status()).isEqualTo(InstructionStatus.PAID);
        assertThat(instruction(month, 7).status()).isEqualTo(InstructionStatus.WITHHELD);
    }

    @Test
    void a_batch_of_which_everybody_is_stopped_settles_without_being_sent() {
        MonthUnderTest.Paid month = approved("2019-03");
        Batch batch =
                pension.service.part(Batches.class).ofRun(month.run, null, 1).getFirst();
        for (Instruction each : pension.service.part(Instructions.class).ofBatch(batch.id())) {
            assertThat(pension.post(
                                    month.path + "/stops",
                                    pension.token(Role.REVIEWER),
                                    "{\"instruction\":\"%s\",\"reason\":\"DEATH_REPORTED\"}".formatted(each.id()))
                            .status())
                    .isEqualTo(200);
        }
        month.step("release", Role.FINANCE);
        month.close();
        Batch settled = pension.service.part(Batches.class).byId(batch.id());
        assertThat(settled).isNotNull();
        assertThat(settled.status()).isEqualTo(BatchStatus.SETTLED);
        assertThat(settled.withheld()).isEqualTo(settled.count());
        assertThat(month.ordersReceived()).noneMatch(id -> id.startsWith(batch.id()));
    }

    @Test
    void what_was_sent_is_not_stopped_any_more() {
        MonthUnderTest.Paid month = approved("2019-04");
        month.step("release", Role.FINANCE);
        month.untilStatus(RunStatus.PAID);
        assertThat(stop(month, 1).text("code")).isEqualTo("run-not-there");
    }

    @Test
    void only_an_approved_run_is_stopped_and_by_a_reviewer_or_finance_with_a_reason() {
        MonthUnderTest.Paid month = pension.month("2019-05");
        month.fund();
        assertThat(stop(month, 1).text("code")).isEqualTo("run-not-there");
        month.step("approval", Role.REVIEWER);
        assertThat(month.step("stops", Role.CLERK).text("code")).isEqualTo("role-required");
        assertThat(month.step("stops", Role.FINANCE, "finance", "{\"payee\":\"x\"}")
                        .text("field"))
                .isEqualTo("reason");
        assertThat(month.step("stops", Role.FINANCE, "finance", "{\"payee\":\"x\",\"reason\":\"OTHER\"}")
                        .text("field"))
                .isEqualTo("note");
        assertThat(month.step("stops", Role.FINANCE, "finance", "{\"payee\":\"x\",\"reason\":\"SENTENCE\"}")
                        .text("code"))
                .isEqualTo("payment-unknown");
    }

    @Test
    void a_stop_beside_the_release_wins_whole_or_loses_whole() throws Exception {
        MonthUnderTest.Paid month = approved("2019-06");
        Map<Integer, Integer> answers = new ConcurrentHashMap<>();
        try (ExecutorService people = Executors.newFixedThreadPool(4)) {
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < 120; i++) {
                int person = i;
                if (i == 20) {
                    done.add(people.submit(() -> month.step("release", Role.FINANCE)));
                }
                done.add(people.submit(
                        () -> answers.put(person, stop(month, person).status())));
            }
            for (Future<?> each : done) {
                each.get();
            }
        }
        month.untilStatus(RunStatus.PAID);
        Set<String> credited = new HashSet<>();
        for (int i = 0; i < 120; i++) {
            Instruction instruction = instruction(month, i);
            boolean stopped = answers.getOrDefault(i, 0) == 200;
            assertThat(instruction.status() == InstructionStatus.WITHHELD)
                    .as("person " + i + " answered " + answers.get(i))
                    .isEqualTo(stopped);
            if (instruction.status() == InstructionStatus.PAID) {
                credited.add(instruction.id());
            }
        }
        assertThat(answers.values()).contains(200);
        assertThat(pension.banks.credited(month.run)).isEqualTo(Fen.of(100_001L * credited.size()));
        month.close();
        assertThat(month.report("withheld"))
                .isEqualTo(String.valueOf(answers.values().stream()
                        .filter(status -> status == 200)
                        .count()));
    }

    private static MonthUnderTest.Paid approved(String name) {
        MonthUnderTest.Paid month = pension.month(name);
        month.fund();
        month.step("approval", Role.REVIEWER);
        return month;
    }

    private static Answer stop(MonthUnderTest.Paid month, int person) {
        return pension.post(
                month.path + "/stops",
                pension.token(Role.REVIEWER),
                "{\"payee\":\"%s\",\"reason\":\"IDENTITY_DOUBTED\",\"note\":\"查\"}"
                        .formatted(MonthUnderTest.payee(person)));
    }

    private static Instruction instruction(MonthUnderTest.Paid month, int person) {
        return pension.service
                .part(Instructions.class)
                .byIds(List.of(Obligation.pension(MonthUnderTest.payee(person), "110", month.month)
                        .key()))
                .getFirst();
    }
}
