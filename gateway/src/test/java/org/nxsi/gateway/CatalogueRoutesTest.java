package org.nxsi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What a channel offers is what its annex lists: in the listing, in the routes and in the refusals. */
class CatalogueRoutesTest {

    private static Issuer issuer;
    private static Upstream pension;
    private static Upstream enrollment;
    private static Upstream deferral;
    private static Gateway gateway;

    @BeforeAll
    static void start() {
        issuer = new Issuer();
        pension = new Upstream();
        enrollment = new Upstream();
        deferral = new Upstream();
        gateway = new Gateway(
                issuer,
                "nxsi.gateway.upstream.services.deferral=" + deferral.uri(),
                "nxsi.gateway.upstream.services.pension=" + pension.uri(),
                "nxsi.gateway.upstream.services.enrollment=" + enrollment.uri(),
                "nxsi.gateway.protection.rates.person.burst=1000");
    }

    @AfterAll
    static void stop() {
        gateway.close();
        deferral.close();
        pension.close();
        enrollment.close();
        issuer.close();
    }

    @ParameterizedTest
    @CsvSource({"web, 16, 附件2", "m12333, 25, 附件3", "my-ningxia, 27, 附件4"})
    void a_channel_lists_its_annex_for_everybody(String channel, int count, String annex) {
        JsonNode listing = gateway.send(
                        gateway.request("/" + channel + "/v1/catalogue").GET())
                .json();
        assertThat(listing.path("count").asInt()).isEqualTo(count);
        assertThat(listing.path("items").size()).isEqualTo(count);
        assertThat(listing.path("source").asString()).isEqualTo("宁人社办发〔2020〕2号 " + annex);
        for (int i = 0; i < count; i++) {
            assertThat(listing.path("items").path(i).path("number").asInt()).isEqualTo(i + 1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "m12333", "my-ningxia"})
    void every_listed_request_has_a_route(String channel) {
        JsonNode items = gateway.send(
                        gateway.request("/" + channel + "/v1/catalogue").GET())
                .json()
                .path("items");
        for (JsonNode item : items) {
            boolean forEmployers = "单位用户".equals(item.path("scope").asString(""));
            String token = forEmployers
                    ? issuer.token(channel, "agent", List.of("employer-agent"), Map.of())
                    : issuer.citizen(channel);
            String path = item.path("path").asString().replace("{year}", "2019");
            Gateway.Answer answer = gateway.send(gateway.request(path, token)
                    .method(item.path("method").asString(), java.net.http.HttpRequest.BodyPublishers.noBody()));
            assertThat(answer.status())
                    .as(item.path("name").asString())
                    .isEqualTo(item.path("open").asBoolean() ? 200 : 501);
            if (answer.status() == 501) {
                assertThat(answer.code()).isEqualTo("item-not-open");
                assertThat(answer.json().path("item").asString())
                        .isEqualTo(item.path("name").asString());
            }
        }
    }

    @Test
    void an_item_of_another_channel_is_named_with_the_channels_that_offer_it() {
        Gateway.Answer answer = gateway.post("/web/v1/persons/me/card/unlocks", issuer.citizen("web"), "{}");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("item-not-on-channel");
        assertThat(answer.json().path("channels").toString()).isEqualTo("[\"my-ningxia\"]");
        assertThat(answer.json().path("detail").asString()).contains("我的宁夏");
    }

    @Test
    void another_channels_item_is_refused_before_its_role_or_state_is_looked_at() {
        Gateway.Answer answer =
                gateway.get("/m12333/v1/persons/me/periodic-benefit-composition", issuer.citizen("m12333"));
        assertThat(answer.code()).isEqualTo("item-not-on-channel");
        assertThat(answer.json().path("channels").toString()).isEqualTo("[\"web\",\"my-ningxia\"]");
    }

    @Test
    void a_wrong_method_is_told_the_right_one() {
        Gateway.Answer answer =
                gateway.get("/my-ningxia/v1/persons/me/card/loss-reports", issuer.citizen("my-ningxia"));
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.code()).isEqualTo("method-not-allowed");
        assertThat(answer.header("Allow")).isEqualTo("POST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/web/v1/nothing/here",
                "/web/v1/persons/me",
                "/web/v2/persons/me/card",
                "/other/v1/catalogue/x",
                "/"
            })
    void an_unknown_address_is_a_plain_not_found(String path) {
        Gateway.Answer answer = gateway.get(path, issuer.citizen("web"));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/persons/me/deferrals, citizen",
        "/v1/persons/me/deferral-notices, citizen",
        "/v1/employers/me/deferrals, employer-agent",
        "/v1/employers/me/deferral-notices, employer-agent"
    })
    void what_is_put_off_is_seen_on_every_channel_in_its_role_and_is_no_item_of_the_annexes(String path, String role) {
        for (String channel : List.of("web", "m12333", "my-ningxia")) {
            String own = issuer.token(channel, "own", List.of(role), Map.of());
            String other = role.equals("citizen")
                    ? issuer.token(channel, "agent", List.of("employer-agent"), Map.of())
                    : issuer.citizen(channel);

            assertThat(gateway.get("/" + channel + path, own).status()).isEqualTo(200);
            assertThat(deferral.last().uri()).isEqualTo(path);
            assertThat(gateway.get("/" + channel + path, other).code()).isEqualTo("role-required");
            assertThat(gateway.post("/" + channel + path, own, "{}").status()).isEqualTo(404);
            assertThat(gateway.send(gateway.request("/" + channel + "/v1/catalogue")
                                    .GET())
                            .response()
                            .body())
                    .doesNotContain("deferral");
        }
        assertThat(gateway.get("/web" + path, issuer.token("m12333", "own", List.of(role), Map.of()))
                        .code())
                .isEqualTo("channel-mismatch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin/v1/deferrals", "/admin/v1/deferrals/export", "/admin/v1/postponements/PP-1"})
    void staff_reach_the_ledger_its_files_and_the_postponements(String path) {
        assertThat(gateway.get(path, issuer.staff("clerk")).status()).isEqualTo(200);
        assertThat(deferral.last().uri()).isEqualTo(path);
        assertThat(gateway.get(path, issuer.citizen("web")).code()).isEqualTo("console-only");
    }
}
