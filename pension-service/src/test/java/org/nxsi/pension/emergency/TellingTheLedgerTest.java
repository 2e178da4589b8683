package org.nxsi.pension.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nxsi.local.testing.EventSchemas;
import org.nxsi.local.testing.TestListener;
import org.nxsi.pension.EmergencyUnderTest;
import org.nxsi.pension.PensionUnderTest;
import org.nxsi.pension.beneficiary.Beneficiary;
import org.nxsi.pension.beneficiary.BeneficiaryStatus;
import org.nxsi.pension.beneficiary.BenefitComponents;
import org.nxsi.pension.beneficiary.PayeeAccount;
import org.nxsi.pension.beneficiary.Scheme;
import org.nxsi.pension.roster.Imports;
import org.nxsi.pension.roster.RosterFile;
import org.nxsi.platform.events.OutboxEvent;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The area 640121 is this test's own; its emergency began on 2020-01-23. */
class TellingTheLedgerTest {

    private static final String AREA = "640121";
    private static final JsonMapper JSON = new JsonMapper();

    private static TellingTheLedger ledger;

    @BeforeAll
    static void declare() {
        EmergencyUnderTest.declare(
                PensionUnderTest.surroundings().kafka(), PensionUnderTest.service(), AREA, "2020-01-23");
        ledger = PensionUnderTest.service().part(TellingTheLedger.class);
    }

    @Test
    void a_certification_that_ran_out_in_the_emergency_is_put_off_once_however_many_runs_pay_it() {
        Beneficiary late = late("2020-02-29");

        JsonNode line = onlyLine(ledger.certificationsPutOff("2020-03-R1.t001", List.of(late)));

        assertThat(line.path("subjectKind").asString()).isEqualTo("RETIREE");
        assertThat(line.path("subjectId").asString()).isEqualTo(late.payee());
        assertThat(line.path("kind").asString()).isEqualTo("CERTIFICATION");
        assertThat(line.path("month").asString()).isEqualTo("2020-02");
        assertThat(line.path("dueDate").asString()).isEqualTo("2020-02-29");
        assertThat(ledger.certificationsPutOff("2020-04-R1.t001", List.of(late)))
                .isEmpty();
    }

    @Test
    void a_slice_that_is_worked_again_tells_the_same_under_the_same_name() {
        List<Beneficiary> late = List.of(late("2020-02-28"), late("2020-02-15"));

        List<OutboxEvent> first = ledger.certificationsPutOff("2020-03-R1.t002", late);
        List<OutboxEvent> again = ledger.certificationsPutOff("2020-03-R1.t002", late);

        assertThat(again.getFirst().id()).isEqualTo(first.getFirst().id());
        assertThat(again.getFirst().data()).isEqualTo(first.getFirst().data());
    }

    @Test
    void one_that_had_run_out_before_the_emergency_was_late_anyhow() {
        assertThat(ledger.certificationsPutOff("2020-03-R1.t003", List.of(late("2020-01-22"))))
                .isEmpty();
    }

    @Test
    void many_are_told_in_batches_of_a_thousand() {
        List<Beneficiary> late = java.util.stream.IntStream.range(0, 1_001)
                .mapToObj(each -> late("2020-02-20"))
                .toList();

        List<OutboxEvent> told = ledger.certificationsPutOff("2020-03-R1.t004", late);

        assertThat(told).extracting(event -> lines(event).size()).containsExactly(1_000, 1);
        assertThat(told).extracting(OutboxEvent::id).doesNotHaveDuplicates();
    }

    @Test
    void a_renewal_makes_it_up_once_and_a_chunk_that_is_applied_again_tells_the_same() {
        Beneficiary late = late("2020-02-29");
        ledger.certificationsPutOff("2020-03-R1.t005", List.of(late));
        Beneficiary renewed = certified(late, "2021-02-28");

        JsonNode line = onlyLine(ledger.certificationsMadeUp("roster-t|000001", List.of(renewed)));

        assertThat(line.path("subjectId").asString()).isEqualTo(late.payee());
        assertThat(line.path("month").asString()).isEqualTo("2020-02");
        assertThat(line.path("on").asString()).isEqualTo("2020-03-10");
        assertThat(line.path("reference").asString()).isEqualTo("roster-t|000001");
        assertThat(onlyLine(ledger.certificationsMadeUp("roster-t|000001", List.of(renewed))))
                .isEqualTo(line);
        assertThat(ledger.certificationsMadeUp("roster-u|000001", List.of(renewed)))
                .isEmpty();
    }

    @Test
    void a_row_that_says_what_was_known_before_makes_nothing_up() {
        Beneficiary late = late("2020-02-29");
        ledger.certificationsPutOff("2020-03-R1.t006", List.of(late));

        assertThat(ledger.certificationsMadeUp("roster-v|000001", List.of(late)))
                .isEmpty();
    }

    @Test
    void a_roster_tells_of_a_claim_that_comes_after_the_first_month_of_the_benefit_with_the_day_it_was_made_up() {
        Imports.done(RosterFile.utf8().persons(1).bytes());
        String late = RosterFile.newNumber();
        String inTime = RosterFile.newNumber();
        String before = RosterFile.newNumber();
        Imports.done(RosterFile.utf8()
                .line(row(late, "2020-02", "2020-12-31"))
                .line(row(inTime, "2020-03", "2020-12-31"))
                .line(row(before, "2019-12", "2020-12-31"))
                .bytes());

        try (TestListener listener = PensionUnderTest.surroundings().listen("pension.events")) {
            JsonNode event = event(listener, TellingTheLedger.PUT_OFF, PensionUnderTest.payee(late));
            JsonNode lines = event.path("data").path("lines");

            assertThat(lines.size()).isEqualTo(1);
            assertThat(lines.path(0).path("kind").asString()).isEqualTo("BENEFIT_CLAIM");
            assertThat(lines.path(0).path("month").asString()).isEqualTo("2020-02");
            assertThat(lines.path(0).path("dueDate").asString()).isEqualTo("2020-02-29");
            assertThat(lines.path(0).path("madeUpOn").asString()).isEqualTo("2020-03-10");
        }
    }

    @Test
    void a_roster_that_renews_what_was_put_off_tells_it_with_its_chunk() {
        String number = RosterFile.newNumber();
        Imports.done(
                RosterFile.utf8().line(row(number, "2015-02", "2020-02-29")).bytes());
        Beneficiary late = certified(late("2020-02-29"), "2020-02-29", PensionUnderTest.payee(number));
        ledger.certificationsPutOff("2020-03-R1.t007", List.of(late));

        Imports.done(
                RosterFile.utf8().line(row(number, "2015-02", "2021-02-28")).bytes());

        try (TestListener listener = PensionUnderTest.surroundings().listen("pension.events")) {
            JsonNode event = event(listener, TellingTheLedger.MADE_UP, late.payee());

            assertThat(event.path("data").path("lines").path(0).path("month").asString())
                    .isEqualTo("2020-02");
            assertThat(event.path("subject").asString()).contains("|000000");
        }
    }

    private static JsonNode event(TestListener listener, String type, String payee) {
        ConsumerRecord<String, byte[]> record = listener.await(1, each -> {
                    JsonNode event = JSON.readTree(each.value());
                    return event.path("type").asString().equals(type)
                            && event.path("data").toString().contains(payee);
                })
                .getFirst();
        EventSchemas.assertValid(record.value());
        return JSON.readTree(record.value());
    }

    private static JsonNode onlyLine(List<OutboxEvent> events) {
        assertThat(events).hasSize(1);
        EventSchemas.assertValid(
                events.getFirst().type(), JSON.readTree(events.getFirst().data()));
        JsonNode lines = lines(events.getFirst());
        assertThat(lines.size()).isEqualTo(1);
        return lines.path(0);
    }

    private static JsonNode lines(OutboxEvent event) {
        return JSON.readTree(event.data()).path("lines");
    }

    private static String row(String number, String from, String certifiedUntil) {
        return RosterFile.row(number)
                .replace(",640104,110,2015-02,", "," + AREA + ",110," + from + ",")
                .replace("2020-12-31", certifiedUntil);
    }

    private static Beneficiary late(String certifiedUntil) {
        String number = RosterFile.newNumber();
        String payee = PensionUnderTest.payee(number);
        return new Beneficiary(
                Beneficiary.idOf(payee, Scheme.ENTERPRISE),
                payee,
                number,
                "王小明",
                AREA,
                Scheme.ENTERPRISE,
                Month.parse("2015-02"),
                new BenefitComponents(Fen.of(100_000), Fen.ZERO, Fen.ZERO, Fen.ZERO),
                new PayeeAccount("102", RosterFile.account(number), "王小明"),
                LocalDate.parse(certifiedUntil),
                BeneficiaryStatus.ACTIVE,
                1);
    }

    private static Beneficiary certified(Beneficiary like, String until) {
        return certified(like, until, like.payee());
    }

    private static Beneficiary certified(Beneficiary like, String until, String payee) {
        return new Beneficiary(
                Beneficiary.idOf(payee, like.scheme()),
                payee,
                like.number(),
                like.name(),
                like.area(),
                like.scheme(),
                like.entitledFrom(),
                like.components(),
                like.account(),
                LocalDate.parse(until),
                like.status(),
                like.version());
    }
}
