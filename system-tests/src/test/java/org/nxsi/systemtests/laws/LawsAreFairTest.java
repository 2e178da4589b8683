package org.nxsi.systemtests.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nxsi.systemtests.laws.MonthThatHolds.BATCH;
import static org.nxsi.systemtests.laws.MonthThatHolds.PAID;
import static org.nxsi.systemtests.laws.MonthThatHolds.R1;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nxsi.systemtests.evidence.Difference;
import org.nxsi.systemtests.evidence.Standing;

/** What looks odd and is lawful breaks no law; what could not be seen is not called broken, nor called well. */
class LawsAreFairTest {

    private final MonthThatHolds month = new MonthThatHolds();

    @Test
    void an_unknown_batch_that_somebody_asks_about_is_lawful_even_if_the_bank_has_booked_it() {
        month.bendRun(R1, "status", "RELEASED");
        month.bendBatch(BATCH, "status", "UNKNOWN");
        month.bendBatch(BATCH, "nextInquiryAt", Instant.parse("2020-03-11T00:00:10Z"));
        assertThat(state(new UnknownIsPursued())).isEqualTo(Verdict.State.HOLDS);
        assertThat(state(new BanksBooksAreOurs())).isEqualTo(Verdict.State.HOLDS);
        assertThat(state(new EveryPaymentInBothBooks())).isEqualTo(Verdict.State.HOLDS);
        assertThat(state(new RunsAreTheirBatches())).isEqualTo(Verdict.State.HOLDS);
    }

    @Test
    void an_unknown_batch_on_the_list_of_people_is_lawful() {
        month.bendBatch(BATCH, "status", "UNKNOWN");
        month.bendBatch(BATCH, "escalation", Map.of("reason", "SILENT"));
        assertThat(state(new UnknownIsPursued())).isEqualTo(Verdict.State.HOLDS);
    }

    @Test
    void a_difference_that_is_named_is_lawful_until_it_is_called_cleared() {
        month.bendEntry(PAID, "state", "RETURNED");
        month.differences.add(difference("OPEN"));
        assertThat(state(new EveryPaymentInBothBooks())).isEqualTo(Verdict.State.HOLDS);
        assertThat(state(new BanksBooksAreOurs())).isEqualTo(Verdict.State.HOLDS);
        month.differences.set(0, difference("CLEARED"));
        assertThat(state(new EveryPaymentInBothBooks())).isEqualTo(Verdict.State.BROKEN);
    }

    @Test
    void a_payment_that_came_back_after_its_statement_was_read_is_lawful_and_so_are_named_differences() {
        month.reconciliations.set(0, Bent.of(month.reconciliations.getFirst(), "returns", 1L));
        assertThat(state(new StatementsAreTheRuns())).isEqualTo(Verdict.State.HOLDS);
        month.reconciliations.set(
                0, Bent.of(Bent.of(month.reconciliations.getFirst(), "payments", 3L), "differences", 1L));
        assertThat(state(new StatementsAreTheRuns())).isEqualTo(Verdict.State.HOLDS);
    }

    @Test
    void a_payment_that_two_people_have_settled_may_be_missing_on_the_statement() {
        month.reconciliations.set(0, Bent.of(month.reconciliations.getFirst(), "payments", 3L));
        assertThat(state(new StatementsAreTheRuns())).isEqualTo(Verdict.State.BROKEN);
        month.differences.add(
                new Difference("d", "102", "MISSING_AT_BANK", BATCH, MonthThatHolds.endToEndId(PAID), "RESOLVED"));
        assertThat(state(new StatementsAreTheRuns())).isEqualTo(Verdict.State.HOLDS);
    }

    @Test
    void no_name_makes_a_second_payment_lawful() {
        month.entries.add(month.entries.getFirst());
        month.differences.add(difference("OPEN"));
        assertThat(state(new BookedOnce())).isEqualTo(Verdict.State.BROKEN);
    }

    @Test
    void books_that_cannot_be_seen_are_neither_well_nor_broken() {
        month.bankBooksSeen = false;
        Verdict verdict = CheckingLaws.verdict(new BookedOnce(), month.evidence());
        assertThat(verdict.state()).isEqualTo(Verdict.State.NOT_CHECKABLE);
        assertThat(verdict.reason()).isEqualTo("real banks");
        assertThat(state(new NoPaymentWithoutRelease())).isEqualTo(Verdict.State.HOLDS);
    }

    @Test
    void an_event_that_the_topic_may_have_dropped_is_not_called_lost() {
        month.told.clear();
        month.topicFromTheBeginning = false;
        assertThat(state(new EventsWereTold())).isEqualTo(Verdict.State.NOT_CHECKABLE);
    }

    @Test
    void an_event_that_waits_a_moment_is_not_called_lost() {
        month.told.remove(BATCH + "/settled");
        month.outboxes.add(new Standing.Outbox("batches", 1, 2));
        assertThat(state(new EventsWereTold())).isEqualTo(Verdict.State.NOT_CHECKABLE);
        assertThat(state(new OutboxesEmpty())).isEqualTo(Verdict.State.HOLDS);
    }

    @Test
    void what_looks_broken_while_money_moves_is_not_called_broken() {
        month.moved = true;
        month.instructions.removeFirst();
        assertThat(state(Completeness.inPersons())).isEqualTo(Verdict.State.NOT_CHECKABLE);
        assertThat(state(new ThreePeople())).isEqualTo(Verdict.State.HOLDS);
    }

    @Test
    void a_run_that_is_being_calculated_has_no_totals_to_break() {
        month.runs.add(Bent.of(
                Bent.of(Bent.of(month.runs.getFirst(), "id", "2020-04-R1"), "status", "CALCULATING"), "control", null));
        month.bendRun("2020-04-R1", "approver", null);
        month.bendRun("2020-04-R1", "releaser", null);
        for (Law law : List.of(
                new EverybodyIsAccountedFor(),
                Completeness.inPersons(),
                new ThreePeople(),
                new ControlTotalsAreFrozen())) {
            assertThat(state(law)).as(law.name()).isEqualTo(Verdict.State.HOLDS);
        }
    }

    @Test
    void a_law_lists_at_most_fifty_breaches() {
        for (int i = 0; i < 80; i++) {
            month.instructions.add(Bent.of(month.instruction(PAID), "id", MonthThatHolds.key("p" + i, "110")));
        }
        assertThat(CheckingLaws.verdict(new EndToEndIdsAreOfKeys(), month.evidence())
                        .breaches())
                .hasSize(50);
    }

    private Verdict.State state(Law law) {
        return CheckingLaws.verdict(law, month.evidence()).state();
    }

    private static Difference difference(String state) {
        return new Difference("d", "102", "RETURNED_AT_BANK", BATCH, MonthThatHolds.endToEndId(PAID), state);
    }
}
