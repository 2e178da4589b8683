package org.nxsi.enrollment.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nxsi.enrollment.relation.Staffing.done;
import static org.nxsi.enrollment.relation.Staffing.refused;
import static org.nxsi.enrollment.relation.Staffing.start;
import static org.nxsi.enrollment.relation.Staffing.with;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nxsi.enrollment.EnrollmentUnderTest;
import org.nxsi.enrollment.Registered;
import org.nxsi.local.testing.Answer;
import org.nxsi.local.testing.EventSchemas;
import org.nxsi.local.testing.Eventually;
import org.nxsi.local.testing.TestBroker;
import org.nxsi.local.testing.TestListener;
import org.nxsi.platform.emergency.EmergencyPeriod;
import org.nxsi.platform.emergency.EmergencyPeriods;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Month;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Registrations later than 30 days after the hiring: 社会保险法 第五十八条, 宁人社办发〔2020〕2号 第七条. */
class LateRegistrationTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final AreaCode AREA = AreaCode.parse("640324");
    private static final LocalDate HIRED = LocalDate.of(2020, 1, 1);
    private static final AtomicLong VERSIONS = new AtomicLong();

    @Test
    void the_thirtieth_day_is_in_time_and_the_thirty_first_is_late() {
        assertThat(late(HIRED.plusDays(30), null)).isNull();
        Late late = late(HIRED.plusDays(31), null);

        assertThat(late).isEqualTo(new Late(LocalDate.of(2020, 1, 31), null, Month.parse("2020-01")));
    }

    @Test
    void what_was_due_in_an_emergency_is_put_off_until_it_is_to_be_made_up_and_late_afterwards() {
        LocalDate lifted = LocalDate.of(2020, 6, 30);

        assertThat(late(LocalDate.of(2020, 5, 1), null)).isNotNull();
        assertThat(period(late(LocalDate.of(2020, 5, 1), emergency(null)))).isEqualTo("EP-1");
        assertThat(period(late(LocalDate.of(2020, 9, 30), emergency(lifted)))).isEqualTo("EP-1");
        assertThat(period(late(LocalDate.of(2020, 10, 1), emergency(lifted)))).isNull();
        assertThat(late(LocalDate.of(2020, 5, 1), emergency(null)))
                .isEqualTo(new Late(LocalDate.of(2020, 1, 31), "EP-1", Month.parse("2020-01")));
    }

    @Test
    void late_in_an_emergency_is_accepted_told_to_the_ledger_once_and_told_to_all() {
        declare("640324", "2020-01-23");
        Staffing staffing = Staffing.ofNewEmployerIn("640324");
        Map<String, Object> one = late(Registered.person("张明", "640324"));
        Map<String, Object> two = late(Registered.person("张明", "640324"));

        Answer first = staffing.send(one);
        Answer second = staffing.send(two, one);

        done(first, "DONE");
        assertThat(first.text("outcomes", "items", "0", "code")).isEqualTo("late-accepted");
        assertThat(first.text("outcomes", "items", "0", "clause")).isEqualTo("宁人社办发〔2020〕2号 第七条");
        done(second, "DONE");
        List<JsonNode> putOff = told(staffing.employer(), "enrollment.business-put-off", 3);
        assertThat(putOff).hasSize(3);
        assertThat(putOff.toString()).contains("\"madeUpOn\":\"2020-02-10\"", "\"kind\":\"REGISTRATION\"");
        List<JsonNode> accepted = told(staffing.employer(), RelationEvents.LATE, 2);
        assertThat(accepted).hasSize(2);
        assertThat(accepted.getFirst().path("data").path("clause").asString()).isEqualTo("宁人社办发〔2020〕2号 第七条");
        Answer listed = EnrollmentUnderTest.service()
                .get("/admin/v1/insured-relations/late-registrations?limit=500", EnrollmentUnderTest.clerk());
        assertThat(listed.body()).contains(staffing.employer(), "EP-640324-1");
    }

    @Test
    void late_without_an_emergency_is_accepted_too_and_marked() {
        Staffing staffing = Staffing.ofNewEmployerIn("640521");

        Answer answer = staffing.send(late(Registered.person("张明", "640521")));

        done(answer, "DONE");
        assertThat(answer.text("outcomes", "items", "0", "code")).isEqualTo("registered-late");
        assertThat(answer.text("outcomes", "items", "0", "clause")).isEqualTo("社会保险法 第五十八条");
    }

    @Test
    void months_three_years_back_are_refused_with_the_way_that_remains() {
        Staffing staffing = Staffing.ofNewEmployerIn("640521");

        Answer answer = staffing.send(
                with(with(start(Registered.person(), "2017-02"), "hiredOn", "2017-01-01"), "schemes", List.of("110")));

        refused(answer, "made-up-at-the-agency-only");
        assertThat(answer.text("outcomes", "items", "0", "clause")).isEqualTo("人社部规〔2016〕5号");
    }

    private static Map<String, Object> late(String number) {
        return with(start(number, "2020-01"), "hiredOn", "2020-01-02");
    }

    private static @Nullable Late late(LocalDate today, @Nullable EmergencyPeriod period) {
        return LateRule.of(HIRED, today, 30, AREA, new LateRule.Emergencies() {

            @Override
            public @Nullable EmergencyPeriod inForce(AreaCode area, LocalDate on) {
                return period;
            }

            @Override
            public LocalDate makeUpUntil(EmergencyPeriod lifted) {
                return LocalDate.of(2020, 9, 30);
            }
        });
    }

    private static @Nullable String period(@Nullable Late late) {
        return late == null ? "in time" : late.period();
    }

    private static EmergencyPeriod emergency(@Nullable LocalDate lifted) {
        return new EmergencyPeriod(
                "EP-1", AREA, 1, LocalDate.of(2020, 1, 23), "示例", lifted, lifted == null ? null : "示例");
    }

    private static List<JsonNode> told(String employer, String type, int atLeast) {
        try (TestListener listener = TestBroker.listen("enrollment.events")) {
            return listener
                    .await(
                            atLeast,
                            each -> employer.equals(each.key())
                                    && new String(each.value(), StandardCharsets.UTF_8).contains(type))
                    .stream()
                    .peek(each -> EventSchemas.assertValid(each.value()))
                    .map(each -> JSON.readTree(each.value()))
                    .toList();
        }
    }

    private static void declare(String region, String from) {
        String state = JSON.writeValueAsString(Map.of(
                "specversion",
                "1.0",
                "type",
                EmergencyPeriods.REGION_STATE,
                "aggregateversion",
                VERSIONS.incrementAndGet(),
                "data",
                Map.of(
                        "region",
                        region,
                        "periods",
                        List.of(Map.of(
                                "id", "EP-" + region + "-1", "record", 1, "from", from, "docNo", "示例〔2020〕1号")))));
        TestBroker.send(EmergencyPeriods.TOPIC, region, state.getBytes(StandardCharsets.UTF_8));
        EmergencyPeriods copy = EnrollmentUnderTest.service().part(EmergencyPeriods.class);
        Eventually.that(
                "the service knows the period of " + region,
                () -> copy.inForce(AreaCode.parse(region), LocalDate.parse(from))
                        .isPresent());
    }
}
