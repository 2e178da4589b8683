package org.nxsi.deferral.lifting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nxsi.deferral.ledger.LedgerUnderTest.pathOf;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nxsi.deferral.ledger.BusinessEvents;
import org.nxsi.deferral.ledger.Entry;
import org.nxsi.deferral.ledger.LedgerUnderTest;
import org.nxsi.deferral.ledger.State;
import org.nxsi.local.testing.Answer;
import org.nxsi.local.testing.EventSchemas;
import org.nxsi.local.testing.TestBroker;
import org.nxsi.local.testing.TestListener;
import org.nxsi.platform.web.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every test has a county of its own. The ledger is worked through in chunks of ten, and only when a test says so. */
class LiftingTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static LedgerUnderTest ledger;

    @BeforeAll
    static void start() {
        ledger = LedgerUnderTest.start("lifting", "nxsi.deferral.lifting.chunk=10");
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @AfterEach
    void backToMarch() {
        ledger.today(LedgerUnderTest.TODAY);
    }

    @Test
    void a_lifting_sets_the_deadline_of_all_that_is_open_and_of_nothing_else() {
        String period = ledger.declare("640104", "2020-01-23");
        List<String> ids = ledger.putOff("640104", 0, 35);
        ledger.makeUp(0, "600.00", "2020-03-01");
        ledger.makeUp(1, "100.00", "2020-03-01");
        ledger.post(pathOf(BusinessEvents.entryOf(2)) + "/withdrawal", ledger.clerk(), "{\"reason\":\"重复登记\"}");
        assertThat(entry(5).deadline()).isNull();

        ledger.lift(period, "2020-06-30");
        lookNow();

        assertThat(ids)
                .filteredOn(id -> ledger.entry(id).deadline() != null)
                .hasSize(33)
                .allSatisfy(id -> assertThat(ledger.entry(id).deadline()).isEqualTo("2020-09-30"));
        assertThat(entry(0).deadline()).isNull();
        assertThat(entry(0).inTime()).isTrue();
        assertThat(entry(1).state()).isEqualTo(State.PARTLY_MADE_UP);
        assertThat(entry(2).deadline()).isNull();
        Answer progress = progress(period);
        assertThat(progress.text("state")).isEqualTo("DONE");
        assertThat(progress.text("done")).isEqualTo("33");
        assertThat(progress.text("total")).isEqualTo("33");
        assertThat(progress.text("chunks")).isEqualTo("4");
        assertThat(told(ids, period, 2)).hasSize(33).doesNotHaveDuplicates();
    }

    @Test
    void looking_again_changes_nothing_and_tells_nothing_twice() {
        String period = ledger.declare("640105", "2020-01-23");
        List<String> ids = ledger.putOff("640105", 100, 12);
        ledger.lift(period, "2020-11-30");
        lookNow();
        List<Entry> before = entries(ids);

        lookNow();
        ledger.today("2020-03-03");
        lookNow();

        assertThat(entries(ids)).isEqualTo(before).allSatisfy(entry -> {
            assertThat(entry.reckoned()).isEqualTo("2021-02-28");
            assertThat(entry.deadline()).isEqualTo("2021-03-01");
            assertThat(entry.deadlineClause()).isEqualTo("民法典 第二百零三条");
        });
        assertThat(told(ids, period, 2)).hasSize(12).doesNotHaveDuplicates();
    }

    @Test
    void a_correction_sets_them_anew_and_what_was_made_up_in_time_keeps_its_record() {
        String period = ledger.declare("640106", "2020-01-23");
        ledger.putOff("640106", 200, 15);
        ledger.lift(period, "2020-06-30");
        lookNow();
        ledger.makeUp(200, "600.00", "2020-09-29");
        ledger.makeUp(201, "600.00", "2020-10-05");
        ledger.today("2020-10-09");
        lookNow();
        assertThat(entry(201).inTime()).isFalse();
        assertThat(entry(202).state()).isEqualTo(State.EXPIRED);
        Entry madeUp = entry(200);

        ledger.correctLifting(period, "2020-07-31");
        lookNow();

        assertThat(entry(200)).isEqualTo(madeUp);
        assertThat(entry(200).deadline()).isEqualTo("2020-09-30");
        assertThat(entry(201).inTime())
                .as("late under the wrong date, in time under the right one")
                .isTrue();
        assertThat(entry(202).state()).isEqualTo(State.OPEN);
        assertThat(entry(202).deadline()).isEqualTo("2020-11-02");
        assertThat(entry(202).reckoned()).isEqualTo("2020-10-31");
        assertThat(progress(period).text("record")).isEqualTo("3");
        assertThat(progress(period).text("done")).isEqualTo("14");

        ledger.today("2020-11-03");
        lookNow();
        assertThat(entry(202).state()).isEqualTo(State.EXPIRED);
    }

    @Test
    void a_correction_back_to_the_first_date_ends_again_what_had_expired_under_it() {
        String period = ledger.declare("640121", "2020-01-23");
        ledger.putOff("640121", 300, 3);
        ledger.lift(period, "2020-06-30");
        ledger.today("2020-10-09");
        lookNow();
        ledger.correctLifting(period, "2020-07-31");
        lookNow();
        assertThat(entry(300).state()).isEqualTo(State.OPEN);

        ledger.correctLifting(period, "2020-06-30");
        lookNow();

        assertThat(entry(300).state()).isEqualTo(State.EXPIRED);
        assertThat(entry(300).deadline()).isEqualTo("2020-09-30");
    }

    @Test
    void a_lifting_that_is_taken_back_leaves_no_deadline() {
        String period = ledger.declare("640122", "2020-01-23");
        List<String> ids = ledger.putOff("640122", 400, 12);
        ledger.lift(period, "2020-06-30");
        lookNow();
        ledger.takeLiftingBack(period);
        lookNow();

        assertThat(entry(400).deadline()).isNull();
        assertThat(entry(400).expiresAfter()).isNull();
        assertThat(told(ids, period, 3)).hasSize(12);
        ledger.today("2024-12-31");
        lookNow();
        assertThat(entry(400).state()).isEqualTo(State.OPEN);
    }

    @Test
    void what_is_entered_after_the_lifting_has_its_deadline_at_once() {
        String period = ledger.declare("640181", "2020-01-23");
        ledger.lift(period, "2020-06-30");

        ledger.putOff("640181", 500, 1);

        assertThat(entry(500).deadline()).isEqualTo("2020-09-30");
        assertThat(entry(500).deadlineRecord()).isEqualTo(2);
    }

    @Test
    void what_was_being_entered_while_the_lifting_passed_is_found_the_next_day() {
        String period = ledger.declare("640202", "2020-01-23");
        List<String> ids = ledger.putOff("640202", 600, 3);
        ledger.lift(period, "2020-06-30");
        lookNow();
        ledger.service()
                .part(MongoDatabase.class)
                .getCollection("deferral_entries")
                .updateOne(
                        Filters.eq("_id", BusinessEvents.entryOf(601)),
                        Updates.combine(
                                Updates.set("deadlineRecord", 1),
                                Updates.unset("deadline"),
                                Updates.unset("reckoned"),
                                Updates.unset("expiresAfter")));

        ledger.today("2020-03-03");
        lookNow();

        assertThat(entry(601).deadline()).isEqualTo("2020-09-30");
        assertThat(told(ids, period, 2))
                .filteredOn(BusinessEvents.entryOf(601)::equals)
                .hasSize(2);
        assertThat(progress(period).text("done")).isEqualTo("4");
    }

    @Test
    void what_cannot_be_told_is_refused_by_name_and_shown() {
        String period = ledger.declare("640205", "2020-01-23");
        ledger.putOff("640205", 700, 2);
        ledger.lift(period, "2025-12-01");
        lookNow();

        Answer progress = progress(period);
        assertThat(progress.text("state")).isEqualTo("REFUSED");
        assertThat(progress.text("refusal")).contains("2026", "节假日安排");
        assertThat(entry(700).deadline()).isNull();
        ledger.putOff("640205", 702, 1);
        assertThat(entry(702).state()).isEqualTo(State.OPEN);
        ledger.correctLifting(period, "2020-06-30");
        lookNow();
        assertThat(entry(700).deadline()).isEqualTo("2020-09-30");
        assertThat(entry(702).deadline()).isEqualTo("2020-09-30");
    }

    @Test
    void on_its_last_day_nothing_expires_and_on_the_day_after_everything_does() {
        String period = ledger.declare("640221", "2020-01-23");
        List<String> ids = ledger.putOff("640221", 800, 25);
        ledger.makeUp(801, "100.00", "2020-03-01");
        ledger.lift(period, "2020-06-30");
        ledger.today("2020-09-30");
        lookNow();
        assertThat(entry(800).state()).isEqualTo(State.OPEN);

        ledger.today("2020-10-01");
        lookNow();
        List<Entry> expired = entries(ids);
        lookNow();

        assertThat(expired).allSatisfy(entry -> assertThat(entry.state()).isEqualTo(State.EXPIRED));
        assertThat(entries(ids)).isEqualTo(expired);
        assertThat(heard(
                        "deferral.entries-expired",
                        ids,
                        event -> event.path("on").asString().equals("2020-10-01")))
                .hasSameElementsAs(ids)
                .doesNotHaveDuplicates();
    }

    @Test
    void after_the_deadline_two_people_decide_and_the_next_day_does_not_undo_it() {
        String period = ledger.declare("640302", "2020-01-23");
        ledger.putOff("640302", 900, 2);
        ledger.lift(period, "2020-06-30");
        lookNow();
        ledger.today("2020-10-02");
        String normal = pathOf(BusinessEvents.entryOf(900));
        String again = pathOf(BusinessEvents.entryOf(901));

        Answer beforeItIsMarked =
                ledger.post(normal + "/normal-rules-proposal", ledger.clerk(), "{\"reason\":\"逾期未补办\"}");
        lookNow();
        Answer onePerson =
                ledger.post(normal + "/normal-rules", ledger.token("clerk", Role.CLERK, Role.REVIEWER), "{}");
        Answer decided = ledger.post(normal + "/normal-rules", ledger.reviewer(), "{}");
        ledger.post(again + "/reopening-proposal", ledger.clerk(), "{\"reason\":\"当事人仍在隔离\"}");
        Answer reopened = ledger.post(again + "/reopening", ledger.reviewer(), "{}");
        ledger.today("2020-10-03");
        lookNow();

        assertThat(beforeItIsMarked.text("standing", "standing")).isEqualTo("MISSING");
        assertThat(beforeItIsMarked.status()).isEqualTo(200);
        assertThat(onePerson.text("code")).isEqualTo("same-person");
        assertThat(decided.text("normalRules")).isEqualTo("true");
        assertThat(decided.text("standing", "standing")).isEqualTo("MISSING");
        assertThat(reopened.text("state", "code")).isEqualTo("REOPENED");
        assertThat(reopened.text("standing", "standing")).isEqualTo("DEFERRED");
        assertThat(entry(901).state()).isEqualTo(State.REOPENED);
        ledger.makeUp(901, "600.00", "2020-10-03");
        assertThat(entry(901).state()).isEqualTo(State.MADE_UP);
        assertThat(entry(901).inTime()).isFalse();
    }

    @Test
    void there_is_no_progress_of_a_lifting_that_has_not_begun() {
        assertThat(progress("EP-640000-9").status()).isEqualTo(404);
    }

    private static void lookNow() {
        ledger.service().part(LookingForLiftings.class).lookNow();
    }

    private static Entry entry(int serial) {
        return ledger.entry(BusinessEvents.entryOf(serial));
    }

    private static List<Entry> entries(List<String> ids) {
        return ids.stream().map(ledger::entry).toList();
    }

    private static Answer progress(String period) {
        return ledger.get("emergency-periods/" + period + "/lifting-progress", ledger.clerk());
    }

    /** Those of the entries that the events of a period's record name. */
    private static List<String> told(List<String> ids, String period, int record) {
        return heard(
                "deferral.deadlines-set",
                ids,
                event -> event.path("period").asString().equals(period)
                        && event.path("record").asInt() == record);
    }

    private static List<String> heard(String type, List<String> ids, Predicate<JsonNode> fits) {
        List<String> entries = new ArrayList<>();
        try (TestListener listener = TestBroker.listen("deferral.events")) {
            listener.heardSoFar(each -> true).forEach(record -> {
                JsonNode event = JSON.readTree(record.value());
                if (event.path("type").asString().equals(type) && fits.test(event.path("data"))) {
                    EventSchemas.assertValid(record.value());
                    event.path("data").path("entries").forEach(each -> entries.add(each.asString()));
                }
            });
        }
        entries.retainAll(ids);
        return entries;
    }
}
