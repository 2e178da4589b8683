package org.nxsi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who comes in by which door, and what goes through with them. */
class DoorTest {

    private static final String PAYMENTS = "/v1/persons/me/periodic-benefit-payments";

    private static Issuer issuer;
    private static Upstream pension;
    private static Gateway gateway;

    @BeforeAll
    static void start() {
        issuer = new Issuer();
        pension = new Upstream();
        gateway = new Gateway(issuer, "nxsi.gateway.upstream.services.pension=" + pension.uri());
    }

    @AfterAll
    static void stop() {
        gateway.close();
        pension.close();
        issuer.close();
    }

    @Test
    void a_token_of_the_channel_opens_its_item_and_goes_on_to_the_service() {
        String token = issuer.citizen("web");
        Gateway.Answer answer = gateway.get("/web" + PAYMENTS + "?from=2020-01&to=2020-03&q=%E5%AE%81%26", token);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("from").asString()).isEqualTo("upstream");
        Upstream.Seen seen = pension.last();
        assertThat(seen.uri()).startsWith(PAYMENTS).contains("from=2020-01", "to=2020-03", "q=%E5%AE%81%26");
        assertThat(seen.headers().getFirst("Authorization")).isEqualTo("Bearer " + token);
    }

    @Test
    void a_token_of_another_channel_is_refused() {
        Gateway.Answer answer = gateway.get("/my-ningxia" + PAYMENTS, issuer.citizen("web"));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("channel-mismatch");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void without_a_token_nothing_opens() {
        Gateway.Answer answer = gateway.send(gateway.request("/web" + PAYMENTS).GET());
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("token-required");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void an_expired_token_opens_nothing() {
        String expired =
                issuer.token(issuer.uri(), "gateway", "web", "c", List.of("citizen"), Map.of(), Duration.ofMinutes(-5));
        assertThat(gateway.get("/web" + PAYMENTS, expired).status()).isEqualTo(401);
    }

    @Test
    void a_token_for_somebody_else_or_from_somebody_else_opens_nothing() {
        Duration life = Duration.ofMinutes(5);
        String foreignAudience =
                issuer.token(issuer.uri(), "card-service", "web", "c", List.of("citizen"), Map.of(), life);
        String foreignIssuer =
                issuer.token("http://127.0.0.1:1/other", "gateway", "web", "c", List.of("citizen"), Map.of(), life);
        assertThat(gateway.get("/web" + PAYMENTS, foreignAudience).status()).isEqualTo(401);
        assertThat(gateway.get("/web" + PAYMENTS, foreignIssuer).status()).isEqualTo(401);
    }

    @Test
    void a_token_signed_by_a_stranger_opens_nothing() {
        try (Issuer stranger = new Issuer()) {
            String forged = stranger.token(
                    issuer.uri(), "gateway", "web", "c", List.of("citizen"), Map.of(), Duration.ofMinutes(5));
            assertThat(gateway.get("/web" + PAYMENTS, forged).status()).isEqualTo(401);
        }
    }

    @Test
    void an_item_for_employers_is_not_for_citizens_nor_the_other_way_round() {
        String agent = issuer.token("web", "agent-1", List.of("employer-agent"), Map.of("employer", "91640100"));
        assertThat(gateway.get("/web/v1/employers/me/insurance", issuer.citizen("web"))
                        .code())
                .isEqualTo("role-required");
        assertThat(gateway.get("/web" + PAYMENTS, agent).code()).isEqualTo("role-required");
        assertThat(gateway.get("/web/v1/employers/me/insurance", agent).code())
                .as("through the door; behind it stands nobody here")
                .isEqualTo("service-unavailable");
    }

    @Test
    void what_a_caller_claims_about_itself_stays_outside() {
        gateway.send(gateway.request("/web" + PAYMENTS, issuer.citizen("web"))
                .header("X-NXSI-Person", "someone-else")
                .header("X-Forwarded-User", "admin")
                .header("X-Forwarded-For", "10.0.0.1")
                .header("X-Real-IP", "10.0.0.1")
                .header("Cookie", "a=b")
                .header("Accept-Language", "zh-CN")
                .GET());
        assertThat(pension.last().headers().keySet())
                .doesNotContain("X-nxsi-person", "X-forwarded-user", "X-forwarded-for", "X-real-ip", "Cookie");
        assertThat(pension.last().headers().getFirst("Accept-Language")).isEqualTo("zh-CN");
    }

    @Test
    void a_request_keeps_its_id_and_its_trace_on_the_way() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        Gateway.Answer answer = gateway.send(gateway.request("/web" + PAYMENTS, issuer.citizen("web"))
                .header("X-Request-Id", "my-request-0001")
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .GET());
        assertThat(answer.header("X-Request-Id")).isEqualTo("my-request-0001");
        assertThat(pension.last().headers().getFirst("X-Request-Id")).isEqualTo("my-request-0001");
        assertThat(pension.last().headers().getFirst("Traceparent"))
                .startsWith("00-" + trace + "-")
                .doesNotContain("00f067aa0ba902b7");
    }

    @Test
    void a_request_without_an_id_gets_one_and_a_strange_id_is_replaced() {
        gateway.send(gateway.request("/web" + PAYMENTS, issuer.citizen("web"))
                .header("X-Request-Id", "a b;c")
                .GET());
        assertThat(pension.last().headers().getFirst("X-Request-Id")).matches("[0-9a-f]{32}");
        assertThat(pension.last().headers().getFirst("Traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    }

    @Test
    void the_place_of_what_a_service_made_is_told_by_the_channels_path() {
        pension.answering(exchange -> {
            exchange.getResponseHeaders().set("Location", "/v1/persons/me/operations/7?x=1");
            Upstream.answer(exchange, 202, "{}");
        });
        try {
            assertThat(gateway.get("/web" + PAYMENTS, issuer.citizen("web")).header("Location"))
                    .isEqualTo("/web/v1/persons/me/operations/7?x=1");
        } finally {
            pension.answering(exchange -> Upstream.answer(exchange, 200, "{\"from\":\"upstream\"}"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "clerk, GET, /admin/v1/rosters/7, 200, ''",
        "auditor, GET, /admin/v1/rosters, 200, ''",
        "auditor, POST, /admin/v1/rosters, 403, role-required",
        "admin, GET, /admin/v1/breakers, 200, ''",
        "clerk, GET, /admin/v1/breakers, 403, role-required",
        "clerk, GET, /admin/v1/services/pension/ops/dead-letters, 403, role-required",
        "admin, GET, /admin/v1/services/unknown/ops/dead-letters, 404, unknown-path",
        "admin, GET, /admin/v1/nothing, 404, unknown-path",
        "citizen, GET, /admin/v1/rosters/7, 403, role-required",
    })
    void staff_come_in_at_the_console_by_role(String role, String method, String path, int status, String code) {
        Gateway.Answer answer = gateway.send(gateway.request(path, issuer.staff(role))
                .method(method, java.net.http.HttpRequest.BodyPublishers.noBody()));
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void a_clerk_by_another_client_than_the_console_is_refused() {
        String clerk = issuer.token("web", "staff-clerk", List.of("clerk"), Map.of());
        assertThat(gateway.get("/admin/v1/rosters/7", clerk).code()).isEqualTo("console-only");
    }

    @ParameterizedTest
    @CsvSource({"pension", "pension-service"})
    void a_services_own_operations_pages_are_reached_by_its_name(String service) {
        gateway.get("/admin/v1/services/" + service + "/ops/dead-letters?limit=5", issuer.staff("admin"));
        assertThat(pension.last().uri()).isEqualTo("/ops/v1/dead-letters?limit=5");
    }

    @Test
    void the_tax_office_and_other_agencies_have_their_own_paths_and_no_others() {
        String notices = "/partner/v1/collectors/64/payment-notices";
        String letters = "/partner/v1/agencies/100000/transfers/NX1/letter";
        String collector = issuer.partner("collector", "collector-64", "64");
        String agency = issuer.partner("agency", "agency-100000", "100000");

        assertThat(gateway.post(notices, collector, "{}").code()).isEqualTo("service-unavailable");
        assertThat(gateway.post(letters, agency, "{}").code()).isEqualTo("service-unavailable");
        assertThat(gateway.post(notices, agency, "{}").code()).isEqualTo("role-required");
        assertThat(gateway.post(letters, collector, "{}").code()).isEqualTo("role-required");
        assertThat(gateway.post(notices, issuer.partner("collector", "collector-61", "61"), "{}")
                        .code())
                .isEqualTo("partner-mismatch");
        assertThat(gateway.post(notices, issuer.bank("bank-102", "102"), "{}").code())
                .isEqualTo("role-required");
    }

    @Test
    void a_bank_reports_at_its_own_path_only() {
        String reports = "/partner/v1/banks/102/payment-status-reports";
        assertThat(gateway.post(reports, issuer.bank("bank-102", "102"), "{}").status())
                .isEqualTo(200);
        assertThat(pension.last().uri()).isEqualTo(reports);
        assertThat(gateway.post(reports, issuer.bank("bank-103", "103"), "{}").code())
                .isEqualTo("partner-mismatch");
        assertThat(gateway.post(reports, issuer.bank("web", "102"), "{}").code())
                .isEqualTo("partner-mismatch");
        assertThat(gateway.post(reports, issuer.citizen("web"), "{}").code()).isEqualTo("role-required");
    }

    @Test
    void addresses_that_play_tricks_are_refused_plainly() {
        Gateway.Answer answer = gateway.get("/web/v1//persons/me/card;x=1", issuer.citizen("web"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("malformed-request");
    }

    @Test
    void a_form_is_not_taken() {
        Gateway.Answer answer = gateway.send(gateway.request("/admin/v1/disbursement-runs", issuer.staff("clerk"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("month=2020-03")));
        assertThat(answer.status()).isEqualTo(415);
    }

    @Test
    void health_is_public_and_readiness_means_that_tokens_can_be_checked() {
        assertThat(gateway.send(gateway.request("/actuator/health").GET()).status())
                .isEqualTo(200);
        assertThat(gateway.send(gateway.request("/actuator/health/readiness").GET())
                        .status())
                .isEqualTo(200);
        assertThat(gateway.send(gateway.request("/actuator/prometheus").GET())
                        .response()
                        .body())
                .contains("resilience4j_circuitbreaker_state", "pension-service/lump-sum-payments");
    }
}
