package org.nxsi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** One page describes all interfaces; locally without a token, elsewhere behind the door. */
class DocsTest {

    private static Issuer issuer;
    private static Upstream pension;
    private static Gateway gateway;

    @BeforeAll
    static void start() {
        issuer = new Issuer();
        pension = new Upstream();
        gateway = new Gateway(
                issuer, "nxsi.gateway.upstream.services.pension=" + pension.uri(), "spring.profiles.active=local");
    }

    @AfterAll
    static void stop() {
        gateway.close();
        pension.close();
        issuer.close();
    }

    @Test
    void the_page_names_the_gateway_and_all_five_services() {
        Gateway.Answer page = gateway.send(gateway.request("/docs").GET());
        assertThat(page.status()).isEqualTo(302);
        assertThat(gateway.send(gateway.request(page.header("Location")).GET()).status())
                .isEqualTo(200);
        JsonNode settings = gateway.send(
                        gateway.request("/v3/api-docs/swagger-config").GET())
                .json();
        assertThat(settings.path("urls").findValuesAsString("name"))
                .containsExactlyInAnyOrder(
                        "gateway",
                        "enrollment-service",
                        "pension-service",
                        "card-service",
                        "injury-claim-service",
                        "deferral-ledger-service");
    }

    @Test
    void a_services_own_description_is_fetched_without_a_token() {
        assertThat(gateway.send(gateway.request("/docs/api/pension").GET()).status())
                .isEqualTo(200);
        assertThat(pension.last().uri()).isEqualTo("/v3/api-docs");
        assertThat(gateway.send(gateway.request("/docs/api/nobody").GET()).status())
                .isEqualTo(404);
    }

    @Test
    void the_gateways_own_description_has_every_item_of_the_catalogue() {
        JsonNode api = gateway.send(gateway.request("/v3/api-docs").GET()).json();
        long described = api.path("paths").findValuesAsString("summary").stream()
                .filter(summary -> !summary.equals("办理事项"))
                .distinct()
                .count();
        assertThat(described).isEqualTo(16 + 25 + 27);
        assertThat(api.path("paths")
                        .path("/my-ningxia/v1/persons/me/card/loss-reports")
                        .path("post")
                        .path("summary")
                        .asString())
                .isEqualTo("3 社会保障卡挂失");
    }

    @Test
    void elsewhere_the_page_is_behind_the_door() {
        try (Gateway elsewhere = new Gateway(issuer)) {
            for (String path : new String[] {"/docs", "/docs/api/pension", "/v3/api-docs"}) {
                assertThat(elsewhere.send(elsewhere.request(path).GET()).status())
                        .isEqualTo(401);
            }
        }
    }
}
