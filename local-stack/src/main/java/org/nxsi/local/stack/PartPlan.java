package org.nxsi.local.stack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nxsi.local.keycloak.Keycloak;

/** What the parts are, with their commands, environment and readiness. */
final class PartPlan {

    static final String STORE = "store";
    static final String KAFKA = "kafka";
    static final String KEYCLOAK = "keycloak";
    static final String SIMULATORS = "partner-simulators";

    private static final int SERVICES_WAVE = 1;
    private static final int PARTNERS_WAVE = 2;
    private static final int FOUNDATION_WAVE = 3;
    private static final int STORE_CACHE_MB = 512;
    private static final String READINESS = "/actuator/health/readiness";
    private static final List<String> QUIET_LOGS = List.of("-Dlogback.configurationFile=logging/part.xml");

    private final StackConfig config;
    private final StackAddresses addresses;
    private final StackListener listener;
    private final BootPrograms programs;

    PartPlan(StackConfig config, StackListener listener) {
        this.config = config;
        this.addresses = config.addresses();
        this.listener = listener;
        this.programs = new BootPrograms(config);
    }

    /** What can start at once: nothing of it waits for anything else. */
    List<Part> foundation() {
        return List.of(store(), kafka(), keycloak(), simulators());
    }

    /** The services and the gateway: they need the store and Kafka to start. */
    List<Part> services() {
        List<Part> services = new ArrayList<>();
        for (ServiceName service : ServiceName.values()) {
            for (int instance = 1; instance <= config.instancesOf(service); instance++) {
                services.add(service(service, instance));
            }
        }
        return services;
    }

    private Part store() {
        List<String> arguments = List.of(
                "--data", config.home().resolve("store").toString(),
                "--port", Integer.toString(addresses.storePort()),
                "--cache-mb", Integer.toString(STORE_CACHE_MB),
                "--full-when", config.pretendedFull().toString());
        JavaProgram program = ownProgram("org.nxsi.local.store.StoreMain");
        return part(STORE, new Jvm(1536, true), QUIET_LOGS, program, arguments)
                .listening(List.of(addresses.storePort()))
                .ready(Readiness.port(addresses.storePort()))
                .stoppedIn(FOUNDATION_WAVE);
    }

    private Part kafka() {
        Path ready = config.home().resolve("run/kafka.ready");
        List<String> arguments = new ArrayList<>(List.of(
                config.home().resolve("kafka").toString(),
                Integer.toString(addresses.kafkaPort()),
                Integer.toString(addresses.kafkaControllerPort()),
                ready.toString()));
        List<Integer> ports = new ArrayList<>(List.of(addresses.kafkaPort(), addresses.kafkaControllerPort()));
        if (config.detours()) {
            arguments.add(Integer.toString(addresses.kafkaDetour().to()));
            arguments.add(Integer.toString(addresses.kafkaDetour().from()));
            ports.add(addresses.kafkaDetour().to());
        }
        JavaProgram program = ownProgram("org.nxsi.local.kafka.KafkaServer");
        return part(KAFKA, new Jvm(512, false), QUIET_LOGS, program, arguments)
                .listening(ports)
                .ready(Readiness.file(ready))
                .stoppedIn(FOUNDATION_WAVE);
    }

    private Part keycloak() {
        try {
            Keycloak keycloak = Keycloak.prepare(
                    config.root().resolve("local-stack/target/dist"),
                    config.cache().resolve("programs"),
                    config.home().resolve("keycloak"),
                    listener::note);
            List<String> launch = keycloak.launch();
            JavaProgram program = new JavaProgram(launch, Fingerprint.ofFiles(List.of(Path.of(launch.get(1)))));
            int port = addresses.keycloakPort();
            return part(KEYCLOAK, new Jvm(384, false), keycloak.flags(), program, keycloak.arguments(port))
                    .with(keycloak.environment())
                    .listening(List.of(port))
                    .ready(Readiness.http(addresses.realm()))
                    .stoppedIn(PARTNERS_WAVE);
        } catch (IOException failure) {
            throw new StackFailure("cannot prepare Keycloak: " + failure.getMessage(), failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StackFailure("stopped while preparing Keycloak", stopped);
        }
    }

    private Part simulators() {
        Map<String, String> environment = new HashMap<>(ServiceEnvironment.common(config));
        environment.put("SERVER_PORT", Integer.toString(addresses.simulatorsPort()));
        environment.put("NXSI_KEYS_DIR", config.home().resolve("keys/partners").toString());
        environment.put("NXSI_DATA_DIR", config.home().resolve("partners").toString());
        environment.put("NXSI_GATEWAY_URI", addresses.gateway().toString());
        JavaProgram program = programs.of(SIMULATORS, listener);
        return part(SIMULATORS, new Jvm(512, true), List.of(), program, List.of())
                .with(environment)
                .listening(List.of(addresses.simulatorsPort()))
                .ready(Readiness.http(URI.create(addresses.simulators() + READINESS)))
                .stoppedIn(PARTNERS_WAVE);
    }

    private Part service(ServiceName service, int instance) {
        int port = service.port(config.portBase(), instance);
        JavaProgram program = programs.of(service.module(), listener);
        return part(service.partName(instance), service.jvm(), List.of(), program, List.of())
                .with(ServiceEnvironment.of(config, service, instance))
                .listening(List.of(port))
                .ready(Readiness.http(URI.create(addresses.service(service, instance) + READINESS)))
                .stoppedIn(SERVICES_WAVE);
    }

    private PartDraft part(
            String name, Jvm jvm, List<String> furtherFlags, JavaProgram program, List<String> arguments) {
        List<String> flags = new ArrayList<>(jvm.flags());
        flags.addAll(furtherFlags);
        return new PartDraft(config, name, flags, program, arguments);
    }

    private JavaProgram ownProgram(String mainClass) {
        Path target = config.root().resolve("local-stack/target");
        List<Path> jars = new ArrayList<>(Fingerprint.jarsIn(target).stream()
                .filter(jar -> jar.getFileName().toString().startsWith("local-stack-"))
                .toList());
        jars.addAll(Fingerprint.jarsIn(target.resolve("lib")));
        if (jars.size() < 2) {
            throw new StackFailure("local-stack is not built: run ./mvnw -DskipTests package");
        }
        String classPath = String.join(":", jars.stream().map(Path::toString).toList());
        return new JavaProgram(List.of("-cp", classPath, mainClass), Fingerprint.ofFiles(jars));
    }
}
