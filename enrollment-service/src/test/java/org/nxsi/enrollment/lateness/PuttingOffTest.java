package org.nxsi.enrollment.lateness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nxsi.enrollment.EnrollmentUnderTest;
import org.nxsi.enrollment.Registered;
import org.nxsi.enrollment.collection.Due;
import org.nxsi.enrollment.collection.DueKey;
import org.nxsi.enrollment.collection.DueState;
import org.nxsi.enrollment.collection.TestDues;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.local.testing.EventSchemas;
import org.nxsi.local.testing.Eventually;
import org.nxsi.local.testing.ServiceUnderTest;
import org.nxsi.local.testing.TestBroker;
import org.nxsi.local.testing.TestListener;
import org.nxsi.platform.emergency.EmergencyPeriod;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 宁人社办发〔2020〕2号 第七条: what is not paid in time in the emergency is put off, kept in the ledger and made up. */
class PuttingOffTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final AreaCode HAIYUAN = AreaCode.parse("640522");

    private static ServiceUnderTest service = EnrollmentUnderTest.service();
    private static EmergencyPeriod period = TestPeriods.declare(HAIYUAN, "2020-01-23", null, 1);

    private final PuttingOff puttingOff = service.part(PuttingOff.class);
    private final TellingLedger telling = service.part(TellingLedger.class);

    @BeforeAll
    static void theLedgerHasATopic() {
        TestBroker.topics("deferral.events");
    }

    @BeforeEach
    void afterTheDueDate() {
        EnrollmentUnderTest.today("2020-03-10");
    }

    @AfterEach
    void setBack() {
        EnrollmentUnderTest.today(EnrollmentUnderTest.TODAY);
    }

    @Test
    void missed_in_the_emergency_told_once_given_a_deadline_and_made_up_in_parts() {
        DueKey key = charged("1000.00", "2020-02-25");

        work();
        work();

        Due putOff = TestDues.now(key);
        assertThat(putOff.putOffOn()).isEqualTo("2020-03-10");
        assertThat(putOff.overdueAfter()).isNull();
        assertThat(putOff.ledgerEntry()).isEqualTo("EMPLOYER|" + key.payer().id() + "|CONTRIBUTION|2020-01");
        List<JsonNode> told = told("enrollment.business-put-off", key);
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().path("amount").asString()).isEqualTo("1000.00");
        assertThat(told.getFirst().path("dueDate").asString()).isEqualTo("2020-02-25");

        ledgerSays("deferral.deadlines-set", "d1-" + key.id(), "2020-06-30T10:00:00Z", deadlines(key, "2020-09-30"));
        Eventually.that(
                "the deadline is known",
                () -> LocalDate.parse("2020-09-30").equals(TestDues.now(key).deadline()));

        TestDues.post(key, HAIYUAN, TestDues.paid("p1-" + key.id(), "400.00", "2020-04-01"));
        work();
        TestDues.post(key, HAIYUAN, TestDues.paid("p2-" + key.id(), "600.00", "2020-04-15"));
        work();
        work();

        assertThat(told("enrollment.business-put-off", key)).hasSize(1);
        assertThat(told("enrollment.business-made-up", key))
                .extracting(each -> each.path("amount").asString())
                .containsExactly("400.00", "600.00");
        assertThat(told("enrollment.late-contribution-accepted", key))
                .extracting(each -> each.path("settled").asBoolean())
                .containsExactly(false, true);
        Due paid = TestDues.now(key);
        assertThat(paid.state()).isEqualTo(DueState.PAID);
        assertThat(paid.progress().madeUpTold()).isEqualTo(Fen.ofYuan("1000.00"));
        assertThat(paid.toTell()).isNull();
    }

    @Test
    void paid_late_before_anybody_looked_it_is_put_off_and_made_up_in_one_breath() {
        DueKey key = charged("1000.00", "2020-02-25");
        TestDues.post(
                key,
                HAIYUAN,
                TestDues.paid("a-" + key.id(), "100.00", "2020-02-20"),
                TestDues.paid("b-" + key.id(), "300.00", "2020-02-28"),
                TestDues.paid("c-" + key.id(), "600.00", "2020-03-02"));

        work();
        work();

        assertThat(told("enrollment.business-put-off", key))
                .extracting(each -> each.path("amount").asString())
                .containsExactly("900.00");
        assertThat(told("enrollment.business-made-up", key))
                .extracting(each ->
                        each.path("amount").asString() + " " + each.path("on").asString())
                .containsExactly("300.00 2020-02-28", "600.00 2020-03-02");
    }

    @Test
    void due_before_the_period_or_paid_in_time_or_not_due_yet_it_is_not_put_off() {
        DueKey before = charged("1000.00", "2020-01-22");
        DueKey today = charged("1000.00", "2020-03-10");
        DueKey inTime = charged("1000.00", "2020-02-25");
        TestDues.post(inTime, HAIYUAN, TestDues.paid("t-" + inTime.id(), "1000.00", "2020-02-25"));

        work();

        assertThat(TestDues.now(before).isPutOff()).isFalse();
        assertThat(TestDues.now(before).overdueAfter()).isEqualTo("2020-01-22");
        assertThat(TestDues.now(today).isPutOff()).isFalse();
        assertThat(TestDues.now(inTime).isPutOff()).isFalse();
        assertThat(TestDues.now(inTime).overdueAfter()).isNull();
    }

    @Test
    void paid_in_time_as_a_late_notice_tells_it_is_closed_in_the_ledger() {
        DueKey key = charged("1000.00", "2020-02-25");
        work();

        TestDues.post(key, HAIYUAN, TestDues.paid("n-" + key.id(), "1000.00", "2020-02-24"));
        work();

        assertThat(told("enrollment.business-made-up", key))
                .extracting(each ->
                        each.path("amount").asString() + " " + each.path("on").asString())
                .containsExactly("1000.00 2020-02-24");
    }

    @Test
    void killed_between_the_steps_each_fact_is_told_once() {
        DueKey key = charged("1000.00", "2020-02-25");
        puttingOff.putOff(period);
        String batch = telling.begin(Set.of(key.id()));
        LedgerTellings tellings = service.part(LedgerTellings.class);
        tellings.make(batch, List.of(TestDues.now(key)));
        TestDues.post(key, HAIYUAN, TestDues.paid("k-" + key.id(), "250.00", "2020-03-09"));

        telling.tell();
        telling.tell();

        assertThat(told("enrollment.business-put-off", key)).hasSize(1);
        assertThat(told("enrollment.business-made-up", key))
                .extracting(each -> each.path("amount").asString())
                .containsExactly("250.00");
    }

    @Test
    void a_due_that_its_batch_was_made_without_waits_for_another() {
        DueKey first = charged("1000.00", "2020-02-25");
        DueKey second = charged("2000.00", "2020-02-25");
        puttingOff.putOff(period);
        String batch = telling.begin(Set.of(first.id(), second.id()));
        service.part(LedgerTellings.class).make(batch, List.of(TestDues.now(first)));

        telling.tell();
        telling.tell();

        assertThat(told("enrollment.business-put-off", first)).hasSize(1);
        assertThat(told("enrollment.business-put-off", second)).hasSize(1);
    }

    @Test
    void words_of_the_ledger_in_any_order_and_again_leave_the_last_one() {
        DueKey key = charged("1000.00", "2020-02-25");
        work();
        String id = key.id();
        String expired =
                "{\"on\":\"2020-10-01\",\"clause\":\"宁人社办发〔2020〕2号 第七条\",\"entries\":[\"%s\"]}".formatted(entry(key));

        ledgerSays("deferral.entries-expired", "x-" + id, "2020-10-01T01:00:00Z", expired);
        ledgerSays("deferral.deadlines-set", "y2-" + id, "2020-06-30T10:00:00Z", deadlines(key, "2020-09-30"));
        ledgerSays("deferral.deadlines-set", "y1-" + id, "2020-05-31T10:00:00Z", deadlines(key, "2020-08-31"));
        ledgerSays("deferral.entries-expired", "x-" + id, "2020-10-01T01:00:00Z", expired);
        ledgerSays("deferral.normal-rules-decided", "z-" + id, "2020-10-08T01:00:00Z", decided(key, "NORMAL_RULES"));
        Eventually.that("the words are taken", () -> TestDues.now(key).normalRules());

        Due due = TestDues.now(key);
        assertThat(due.deadline()).isEqualTo("2020-09-30");
        assertThat(due.expired()).isTrue();

        ledgerSays("deferral.entry-reopened", "r-" + id, "2020-10-09T01:00:00Z", decided(key, "REOPENED"));
        Eventually.that("it is open again", () -> !TestDues.now(key).expired());
        assertThat(TestDues.now(key).normalRules()).isFalse();
        assertThat(TestDues.now(key).arrived()).isEqualTo(Fen.ZERO);
    }

    @Test
    void a_make_up_that_two_people_made_void_is_told_again_when_it_is_paid_again() {
        DueKey key = charged("1000.00", "2020-02-25");
        work();
        TestDues.post(key, HAIYUAN, TestDues.paid("v-" + key.id(), "1000.00", "2020-03-09"));
        work();
        TestDues.post(key, HAIYUAN, TestDues.reversed("v-" + key.id(), "2020-03-10"));
        work();
        String event = eventOf("enrollment.business-made-up", key);

        ledgerSays(
                "deferral.entry-reopened",
                "vr-" + key.id(),
                "2020-03-10T01:00:00Z",
                decided(key, "REOPENED").replace("\"voids\":[]", "\"voids\":[\"%s\"]".formatted(event)));
        Eventually.that(
                "it is void", () -> TestDues.now(key).progress().madeUpTold().isZero());
        TestDues.post(key, HAIYUAN, TestDues.paid("w-" + key.id(), "1000.00", "2020-03-10"));
        work();

        assertThat(told("enrollment.business-made-up", key)).hasSize(2);
    }

    private void work() {
        puttingOff.putOff(period);
        telling.tell();
    }

    private static DueKey charged(String amount, String dueDate) {
        DueKey key = new DueKey(
                Payer.employer(CreditCode.parse(Registered.freshCreditCode())),
                Scheme.EMPLOYEE_PENSION,
                Month.parse("2020-01"));
        TestDues.post(key, HAIYUAN, TestDues.charged(HAIYUAN, 1, amount, dueDate));
        return key;
    }

    private static String entry(DueKey key) {
        return "EMPLOYER|" + key.payer().id() + "|CONTRIBUTION|" + key.month();
    }

    private static String deadlines(DueKey key, String deadline) {
        return ("{\"period\":\"EP-640522-1\",\"record\":2,\"liftedOn\":\"2020-06-30\",\"deadline\":\"%s\","
                        + "\"reckoned\":\"%s\",\"clause\":\"宁人社办发〔2020〕2号 第七条\",\"entries\":[\"%s\"]}")
                .formatted(deadline, deadline, entry(key));
    }

    private static String decided(DueKey key, String kind) {
        return ("{\"entry\":\"%s\",\"subjectKind\":\"EMPLOYER\",\"subjectId\":\"%s\",\"kind\":\"CONTRIBUTION\","
                        + "\"month\":\"2020-01\",\"area\":\"640522\",\"state\":\"OPEN\",\"deadline\":\"2020-09-30\","
                        + "\"version\":9,\"postings\":[{\"id\":\"p\",\"kind\":\"%s\",\"on\":\"2020-10-08\",\"voids\":[]}]}")
                .formatted(entry(key), key.payer().id(), kind);
    }

    private static void ledgerSays(String type, String id, String time, String data) {
        Map<String, Object> event = Map.of(
                "specversion",
                "1.0",
                "id",
                id,
                "source",
                "urn:nxsi:deferral-ledger-service",
                "type",
                type,
                "subject",
                id,
                "time",
                time,
                "datacontenttype",
                "application/json",
                "aggregateversion",
                1,
                "data",
                JSON.readTree(data));
        TestBroker.send("deferral.events", id, JSON.writeValueAsBytes(event));
    }

    /** The lines of a type that are of this due's payer, in the order told; each event is held against its schema. */
    private static List<JsonNode> told(String type, DueKey key) {
        List<JsonNode> lines = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : events(type, key)) {
            EventSchemas.assertValid(record.value());
            JSON.readTree(record.value()).path("data").path("lines").forEach(line -> {
                if (line.toString().contains(key.payer().id())) {
                    lines.add(line);
                }
            });
        }
        return lines;
    }

    /** The ledger's name of the one line of this due. */
    private static String eventOf(String type, DueKey key) {
        JsonNode event = JSON.readTree(events(type, key).getFirst().value());
        int number = 0;
        for (JsonNode line : event.path("data").path("lines")) {
            if (line.toString().contains(key.payer().id())) {
                return event.path("id").asString() + "#" + number;
            }
            number++;
        }
        throw new AssertionError("not told");
    }

    private static List<ConsumerRecord<String, byte[]>> events(String type, DueKey key) {
        try (TestListener listener = TestBroker.listen("enrollment.events")) {
            return listener.heardSoFar(each -> {
                String text = new String(each.value(), StandardCharsets.UTF_8);
                return text.contains("\"" + type + "\"")
                        && text.contains(key.payer().id());
            });
        }
    }
}
