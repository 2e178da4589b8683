package org.nxsi.local.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/**
 * Main class of the broker's JVM: {@code DATA_FOLDER PORT CONTROLLER_PORT READY_FILE [DETOURED_PORT DETOUR_PORT]}.
 * Formats the folder the first time, starts the broker, creates the topics and then writes the ready file. Ends with 1 when
 * it cannot. Who comes to the detoured port is told to come by the detour.
 */
public final class KafkaServer {

    private KafkaServer() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        int port = Integer.parseInt(arguments[1]);
        Properties listeners = listeners(port, Integer.parseInt(arguments[2]));
        if (arguments.length > 5) {
            addDetour(listeners, arguments[4], arguments[5]);
        }
        Path settings = writeSettings(folder, listeners);
        format(folder, settings);
        Topics topics = Topics.shipped();
        Thread.ofPlatform().name("topics").daemon().start(() -> announce(topics, port, Path.of(arguments[3])));
        Kafka.main(new String[] {settings.toString()});
    }

    private static Properties listeners(int port, int controllerPort) {
        Properties settings = new Properties();
        settings.setProperty(
                "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.setProperty("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        return settings;
    }

    private static void addDetour(Properties listeners, String detouredPort, String detourPort) {
        String more = ",DETOURED://127.0.0.1:";
        listeners.setProperty("listeners", listeners.getProperty("listeners") + more + detouredPort);
        listeners.setProperty(
                "advertised.listeners", listeners.getProperty("advertised.listeners") + more + detourPort);
        listeners.setProperty(
                "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,DETOURED:PLAINTEXT");
    }

    private static Path writeSettings(Path folder, Properties listeners) throws IOException {
        Properties settings = Resources.properties("/kafka/server.properties");
        settings.putAll(listeners);
        settings.setProperty("log.dirs", folder.resolve("log").toString());
        Files.createDirectories(folder);
        Path file = folder.resolve("server.properties");
        try (var out = Files.newBufferedWriter(file)) {
            settings.store(out, "written at every start");
        }
        return file;
    }

    private static void format(Path folder, Path settings) {
        if (Files.exists(folder.resolve("log/meta.properties"))) {
            return;
        }
        List<String> arguments =
                List.of("format", "-t", Uuid.randomUuid().toString(), "-c", settings.toString(), "--ignore-formatted");
        if (StorageTool.execute(arguments.toArray(String[]::new), System.out) != 0) {
            throw new IllegalStateException("Kafka's folder could not be formatted: " + folder);
        }
    }

    private static void announce(Topics topics, int port, Path readyFile) {
        try {
            topics.createAt("127.0.0.1:" + port);
            Files.writeString(readyFile, "ready");
        } catch (Exception failure) {
            System.err.println("Kafka's topics could not be created: " + failure);
            Runtime.getRuntime().halt(1);
        }
    }
}
