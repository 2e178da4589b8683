package org.nxsi.enrollment.resident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nxsi.enrollment.lateness.TestPeriods;
import org.nxsi.local.testing.Answer;
import org.nxsi.local.testing.EventSchemas;
import org.nxsi.local.testing.Eventually;
import org.nxsi.local.testing.TestBroker;
import org.nxsi.local.testing.TestListener;
import org.nxsi.platform.identity.AreaCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Residents' business that an emergency puts off: 泾源县 has early days in the sample policies. */
class EmergencyServiceTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String COUNTY = "640424";

    @BeforeAll
    static void an_emergency_covers_the_early_days() {
        TestPeriods.declare(AreaCode.parse(COUNTY), "2020-01-23", null, 1);
    }

    @Test
    void a_late_enrolment_is_accepted_and_the_ledger_told_that_it_was_put_off_and_made_up() {
        Resident resident = Resident.registeredIn(COUNTY, "1985-06-15");

        Answer enrolled = resident.enrol(Map.of());

        assertThat(enrolled.status()).as(enrolled.body()).isEqualTo(200);
        assertThat(enrolled.text("late", "dueOn")).isEqualTo("2020-01-31");
        assertThat(enrolled.text("late", "clause")).isEqualTo("宁人社办发〔2020〕2号 第七条");
        assertThat(enrolled.text("from")).isEqualTo("2020-01");
        Eventually.that("the ledger is told", () -> !putOff(resident).isEmpty());
        JsonNode told = putOff(resident).getFirst();
        EventSchemas.assertValid(JSON.writeValueAsBytes(told));
        JsonNode line = told.path("data").path("lines").path(0);
        assertThat(line.path("kind").asString()).isEqualTo("REGISTRATION");
        assertThat(line.path("subjectKind").asString()).isEqualTo("RESIDENT");
        assertThat(line.path("madeUpOn").asString()).isEqualTo("2020-02-10");
        assertThat(line.path("month").asString()).isEqualTo("2020-01");
        assertThat(putOff(resident)).hasSize(1);
    }

    @Test
    void this_years_payment_and_a_lump_sum_keep_the_day_that_was_put_off() {
        Resident resident = Resident.registeredIn(COUNTY, "1985-06-15");
        resident.enrol(Map.of());

        Answer own = resident.assess(2020, "200.00");
        Answer past = resident.assess(2018, "500.00");

        assertThat(own.text("dueDate")).as(own.body()).isEqualTo("2020-01-31");
        assertThat(own.text("month")).isEqualTo("2020-01");
        assertThat(own.text("subsidy")).isEqualTo("40.00");
        assertThat(past.text("dueDate")).as(past.body()).isEqualTo("2020-01-31");
        assertThat(past.text("month")).isEqualTo("2018-01");
        assertThat(past.text("madeUp")).isEqualTo("true");
    }

    private static List<JsonNode> putOff(Resident resident) {
        try (TestListener listener = TestBroker.listen("enrollment.events")) {
            return listener.heardSoFar(each -> each.key().equals(resident.id().value())).stream()
                    .map(ConsumerRecord::value)
                    .map(JSON::readTree)
                    .filter(each -> each.path("type").asString().equals("enrollment.business-put-off"))
                    .toList();
        }
    }
}
