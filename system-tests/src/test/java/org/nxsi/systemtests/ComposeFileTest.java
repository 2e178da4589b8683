package org.nxsi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nxsi.local.stack.StackConfig;
import org.yaml.snakeyaml.Yaml;

/** The compose file parses, names what there is, and starts nothing before what it needs is healthy. */
class ComposeFileTest {

    @Test
    @SuppressWarnings("unchecked")
    void every_part_is_there_and_waits_for_the_health_of_what_it_needs() throws IOException {
        Map<String, Object> file =
                new Yaml().load(Files.readString(StackConfig.findRoot().resolve("docker-compose.yml")));
        Map<String, Map<String, Object>> services = (Map<String, Map<String, Object>>) file.get("services");
        assertThat(services)
                .containsKeys(
                        "mongo",
                        "kafka",
                        "keycloak",
                        "gateway",
                        "enrollment-service",
                        "pension-service",
                        "card-service",
                        "injury-claim-service",
                        "deferral-ledger-service");
        services.forEach((name, service) -> {
            assertThat(service).as(name).containsKey("healthcheck");
            Map<String, Map<String, String>> needed =
                    (Map<String, Map<String, String>>) service.getOrDefault("depends_on", Map.of());
            needed.forEach((other, condition) -> {
                assertThat(services).as(name + " needs " + other).containsKey(other);
                assertThat(condition).as(name + " needs " + other).containsEntry("condition", "service_healthy");
            });
        });
    }
}
