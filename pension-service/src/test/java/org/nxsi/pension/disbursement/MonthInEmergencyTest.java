package org.nxsi.pension.disbursement;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nxsi.local.testing.EventSchemas;
import org.nxsi.local.testing.TestListener;
import org.nxsi.platform.web.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sixty people in an area with an emergency, none of them certified; and ten in one without. */
class MonthInEmergencyTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static MonthUnderTest pension;

    @BeforeAll
    static void start() {
        pension = new MonthUnderTest();
        pension.beneficiaries(70);
        var beneficiaries = pension.service.part(MongoDatabase.class).getCollection("beneficiaries");
        for (int i = 0; i < 70; i++) {
            beneficiaries.updateOne(
                    Filters.eq("_id", MonthUnderTest.payee(i) + "|110"),
                    Updates.combine(
                            Updates.set("certifiedUntil", i < 40 ? "2020-02-29" : "2019-12-31"),
                            Updates.set("area", i < 60 ? "640104" : "640202")));
        }
    }

    @AfterAll
    static void stop() {
        pension.close();
    }

    @Test
    void the_overdue_are_paid_where_the_emergency_is_and_put_off_once() {
        MonthUnderTest.Paid march = pension.month("2020-03");
        march.make();
        march.untilStatus(RunStatus.CALCULATED);
        MonthUnderTest.Paid april = pension.month("2020-04");
        april.make();
        april.untilStatus(RunStatus.CALCULATED);

        assertThat(pension.service.get(march.path, pension.token(Role.CLERK)).body())
                .contains("\"exceptions\":10");
        try (TestListener listener = pension.surroundings.listen("pension.events")) {
            List<JsonNode> lines = listener
                    .heardSoFar(record -> JSON.readTree(record.value())
                            .path("type")
                            .asString()
                            .equals("pension.business-put-off"))
                    .stream()
                    .peek(record -> EventSchemas.assertValid(record.value()))
                    .flatMap(record -> JSON.readTree(record.value())
                            .path("data")
                            .path("lines")
                            .valueStream())
                    .toList();

            assertThat(lines).hasSize(40);
            assertThat(lines)
                    .extracting(line -> line.path("subjectId").asString())
                    .doesNotHaveDuplicates();
            assertThat(lines).allMatch(line -> line.path("month").asString().equals("2020-02"));
        }
    }
}
