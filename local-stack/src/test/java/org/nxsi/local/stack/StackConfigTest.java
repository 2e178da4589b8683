package org.nxsi.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StackConfigTest {

    private static final Path ROOT = Path.of("/somewhere");

    @Test
    void state_lies_in_the_repository_unless_told_otherwise() {
        StackConfig plain = StackConfig.ofEnvironment(ROOT, Map.of());
        StackConfig moved =
                StackConfig.ofEnvironment(ROOT, Map.of("NXSI_HOME", "/elsewhere", "NXSI_PORT_BASE", "28000"));

        assertThat(plain.home()).isEqualTo(ROOT.resolve(".local"));
        assertThat(plain.addresses().gateway()).hasToString("http://127.0.0.1:18080");
        assertThat(moved.home()).isEqualTo(Path.of("/elsewhere"));
        assertThat(moved.addresses().realm()).hasToString("http://127.0.0.1:28180/realms/nxsi");
    }

    @Test
    void a_port_base_that_is_no_number_is_named() {
        assertThatThrownBy(() -> StackConfig.ofEnvironment(ROOT, Map.of("NXSI_PORT_BASE", "eighty")))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("NXSI_PORT_BASE");
    }

    @Test
    void eight_instances_of_everything_share_no_port() {
        StackAddresses addresses = new StackAddresses(18_000);
        List<Integer> ports = new ArrayList<>(List.of(
                addresses.storePort(),
                addresses.kafkaPort(),
                addresses.kafkaControllerPort(),
                addresses.keycloakPort(),
                addresses.simulatorsPort()));
        for (ServiceName service : ServiceName.values()) {
            for (int instance = 1; instance <= 8; instance++) {
                ports.add(service.port(18_000, instance));
            }
        }
        assertThat(ports).doesNotHaveDuplicates();
    }

    @Test
    void there_is_one_gateway() {
        StackConfig config = StackConfig.ofEnvironment(ROOT, Map.of());

        assertThatThrownBy(() -> config.withInstances(Map.of(ServiceName.GATEWAY, 2)))
                .isInstanceOf(StackFailure.class);
    }
}
