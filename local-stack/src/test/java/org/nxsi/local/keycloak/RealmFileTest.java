package org.nxsi.local.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nxsi.local.roster.SampleRoster;
import org.nxsi.platform.identity.PersonId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class RealmFileTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String DEMO_KEY = "nxsi-demo-person-id-key";

    @Test
    void the_production_realm_has_no_people_no_secrets_and_no_direct_grant() {
        ObjectNode realm = RealmFile.production();

        assertThat(realm.path("registrationAllowed").asBoolean()).isFalse();
        assertThat(realm.path("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.path("sslRequired").asString()).isEqualTo("external");
        assertThat(each(realm, "users")).allMatch(user -> user.has("serviceAccountClientId"));
        assertThat(each(realm, "clients"))
                .noneMatch(client -> client.has("secret"))
                .noneMatch(client -> client.path("directAccessGrantsEnabled").asBoolean());
    }

    @Test
    void public_clients_prove_with_pkce_that_they_are_the_one_that_asked() {
        assertThat(each(RealmFile.production(), "clients"))
                .filteredOn(client -> client.path("publicClient").asBoolean())
                .extracting(client -> client.path("attributes")
                        .path("pkce.code.challenge.method")
                        .asString())
                .hasSize(4)
                .containsOnly("S256");
    }

    @Test
    void who_a_person_is_and_where_they_belong_is_set_by_administrators_alone() {
        JsonNode components = RealmFile.production().path("components");
        String profile = components
                .path("org.keycloak.userprofile.UserProfileProvider")
                .path(0)
                .path("config")
                .path("kc.user.profile.config")
                .path(0)
                .asString();

        assertThat(each(JSON.readTree(profile), "attributes"))
                .filteredOn(attribute -> List.of("username", "person_id", "employer", "agency", "partner")
                        .contains(attribute.path("name").asString()))
                .hasSize(5)
                .allMatch(attribute ->
                        attribute.path("permissions").path("edit").toString().equals("[\"admin\"]"));
    }

    @Test
    void the_local_realm_is_the_production_realm_with_demo_people_over_it() {
        ObjectNode local = RealmFile.local();

        assertThat(each(local, "clients")).hasSameSizeAs(each(RealmFile.production(), "clients"));
        assertThat(client(local, "web").path("directAccessGrantsEnabled").asBoolean())
                .isTrue();
        assertThat(client(local, "web").path("defaultClientScopes"))
                .isEqualTo(client(RealmFile.production(), "web").path("defaultClientScopes"));
        assertThat(client(local, "bank-102").path("secret").asString()).isEqualTo("bank-102-local-secret");
        assertThat(each(local, "users"))
                .extracting(user -> user.path("username").asString())
                .contains(
                        "clerk",
                        "clerk2",
                        "reviewer",
                        "finance",
                        "finance2",
                        "auditor",
                        "admin",
                        "admin2",
                        "citizen",
                        "citizen2",
                        "worker",
                        "resident",
                        "flexible",
                        "agent",
                        "agent2");
    }

    @Test
    void the_demo_citizens_are_the_first_payees_of_every_sample_roster() {
        List<String> payees = new SampleRoster(2, 5)
                .rows()
                .map(row -> PersonId.of(DEMO_KEY, row.number()).value())
                .toList();

        assertThat(List.of(personId("citizen"), personId("citizen2"))).isEqualTo(payees);
    }

    @Test
    void behind_the_accounts_of_those_who_pay_contributions_stand_the_demos_numbers() {
        for (DemoPerson each : DemoPerson.values()) {
            assertThat(personId(each.account()))
                    .as(each.account())
                    .isEqualTo(PersonId.of(DEMO_KEY, each.number()).value());
        }
    }

    @Test
    void every_demo_person_is_somebody_else() {
        List<String> persons = each(RealmFile.overlay(), "users").stream()
                .map(user -> user.path("attributes").path("person_id").path(0).asString())
                .toList();

        assertThat(persons).doesNotHaveDuplicates().allMatch(person -> PersonId.check(person) == null);
    }

    @Test
    void an_overlay_cannot_bring_in_a_client_of_its_own() {
        ObjectNode overlay = JSON.createObjectNode();
        overlay.putArray("clients").addObject().put("clientId", "stranger");

        assertThatThrownBy(() -> RealmFile.merge(RealmFile.production(), overlay))
                .hasMessageContaining("stranger");
    }

    private static String personId(String user) {
        return each(RealmFile.overlay(), "users").stream()
                .filter(candidate -> candidate.path("username").asString().equals(user))
                .map(candidate ->
                        candidate.path("attributes").path("person_id").path(0).asString())
                .findAny()
                .orElseThrow();
    }

    private static JsonNode client(ObjectNode realm, String id) {
        return each(realm, "clients").stream()
                .filter(client -> client.path("clientId").asString().equals(id))
                .findAny()
                .orElseThrow();
    }

    private static List<JsonNode> each(JsonNode node, String field) {
        return Stream.of(node.path(field))
                .flatMap(array -> array.values().stream())
                .toList();
    }
}
