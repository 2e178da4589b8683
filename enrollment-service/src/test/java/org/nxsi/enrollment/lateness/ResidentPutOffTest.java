package org.nxsi.enrollment.lateness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.nxsi.enrollment.EnrollmentUnderTest;
import org.nxsi.enrollment.collection.Due;
import org.nxsi.enrollment.collection.DueKey;
import org.nxsi.enrollment.collection.TestDues;
import org.nxsi.enrollment.resident.Resident;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.local.testing.EventSchemas;
import org.nxsi.local.testing.TestBroker;
import org.nxsi.local.testing.TestListener;
import org.nxsi.platform.emergency.EmergencyPeriod;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Month;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A resident's year and a lump sum for a past one, put off and made up. */
class ResidentPutOffTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String COUNTY = "640424";

    @Test
    void a_year_is_put_off_as_contribution_a_past_one_as_lump_sum_and_both_are_made_up() {
        EmergencyPeriod period = TestPeriods.declare(AreaCode.parse(COUNTY), "2020-01-23", null, 1);
        Resident resident = Resident.registeredIn(COUNTY, "1985-06-15");
        assertThat(resident.enrol(Map.of()).status()).isEqualTo(200);
        assertThat(resident.assess(2020, "200.00").status()).isEqualTo(200);
        assertThat(resident.assess(2018, "500.00").status()).isEqualTo(200);
        DueKey year = key(resident, "2020-01");
        DueKey past = key(resident, "2018-01");

        work(period);

        Due own = TestDues.now(year);
        assertThat(own.putOffOn()).isEqualTo(LocalDate.parse(EnrollmentUnderTest.TODAY));
        assertThat(own.ledgerEntry()).isEqualTo("RESIDENT|" + resident.id() + "|CONTRIBUTION|2020-01");
        assertThat(TestDues.now(past).ledgerEntry())
                .isEqualTo("RESIDENT|" + resident.id() + "|LUMP_SUM_MAKE_UP|2018-01");
        TestDues.post(past, AreaCode.parse(COUNTY), TestDues.paid("r-" + past.id(), "500.00", "2020-02-10"));
        work(period);

        assertThat(lines("enrollment.business-put-off", resident))
                .extracting(each ->
                        each.path("kind").asString() + " " + each.path("amount").asString())
                .contains("CONTRIBUTION 200.00", "LUMP_SUM_MAKE_UP 500.00");
        assertThat(lines("enrollment.business-made-up", resident))
                .extracting(each ->
                        each.path("kind").asString() + " " + each.path("amount").asString())
                .containsExactly("LUMP_SUM_MAKE_UP 500.00");
    }

    private static void work(EmergencyPeriod period) {
        EnrollmentUnderTest.service().part(PuttingOff.class).putOff(period);
        EnrollmentUnderTest.service().part(TellingLedger.class).tell();
    }

    private static DueKey key(Resident resident, String month) {
        return new DueKey(Payer.resident(resident.id()), Scheme.RESIDENT_PENSION, Month.parse(month));
    }

    private static List<JsonNode> lines(String type, Resident resident) {
        try (TestListener listener = TestBroker.listen("enrollment.events")) {
            return listener.heardSoFar(each -> true).stream()
                    .map(ConsumerRecord::value)
                    .filter(each -> JSON.readTree(each).path("type").asString().equals(type))
                    .peek(EventSchemas::assertValid)
                    .flatMap(each ->
                            JSON.readTree(each).path("data").path("lines").valueStream())
                    .filter(each -> each.path("subjectId")
                            .asString()
                            .equals(resident.id().value()))
                    .toList();
        }
    }
}
