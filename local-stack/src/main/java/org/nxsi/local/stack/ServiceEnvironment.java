package org.nxsi.local.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The environment variables that the services read. */
final class ServiceEnvironment {

    /** Only of this machine's demo: whoever has it can tell whose an opaque person id is. */
    static final String DEMO_PERSON_ID_KEY = "nxsi-demo-person-id-key";

    private ServiceEnvironment() {}

    static Map<String, String> of(StackConfig config, ServiceName service, int instance) {
        Map<String, String> environment = new HashMap<>(common(config));
        environment.put("SERVER_PORT", Integer.toString(service.port(config.portBase(), instance)));
        environment.put("NXSI_INSTANCE", service.partName(instance));
        environment.put("NXSI_SERVICE_CLIENT_SECRET", service.module() + "-local-secret");
        environment.put("NXSI_KEYS_DIR", config.home().resolve("keys/bureau").toString());
        environment.put("NXSI_PUBLIC_DOCS", "true");
        Path policies = config.root().resolve("local-stack/policies/demo.yaml");
        if (Files.exists(policies)) {
            environment.put("NXSI_POLICY_FILE", policies.toString());
        }
        for (ServiceName other : ServiceName.values()) {
            String uris = IntStream.rangeClosed(1, config.instancesOf(other))
                    .mapToObj(
                            number -> config.addresses().service(other, number).toString())
                    .collect(Collectors.joining(","));
            environment.put("NXSI_" + other.name() + "_URIS", uris);
        }
        return environment;
    }

    static Map<String, String> common(StackConfig config) {
        StackAddresses addresses = config.addresses();
        return Map.of(
                "NXSI_MONGODB_URI",
                "mongodb://" + way(config, addresses.storeDetour(), addresses.storePort()),
                "NXSI_KAFKA_BOOTSTRAP",
                way(config, addresses.kafkaDetour(), addresses.kafkaPort()),
                "NXSI_ISSUER_URI",
                addresses.realm().toString(),
                "NXSI_PARTNERS_URI",
                "http://" + way(config, addresses.partnersDetour(), addresses.simulatorsPort()),
                "NXSI_MEDICAL_URI",
                "http://" + way(config, addresses.partnersDetour(), addresses.simulatorsPort()),
                "NXSI_PUBLIC_URI",
                addresses.gateway().toString(),
                "NXSI_PERSON_ID_KEY",
                DEMO_PERSON_ID_KEY,
                "NXSI_BUSINESS_CLOCK",
                "settable");
    }

    private static String way(StackConfig config, StackAddresses.Detour detour, int port) {
        return "127.0.0.1:" + (config.detours() ? detour.from() : port);
    }
}
