package org.nxsi.simulators;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The banks as they run for real: a process of their own, which can be killed. */
final class BanksProcess implements AutoCloseable {

    private static final Pattern LISTENING = Pattern.compile("listen on port (\\d+)");

    private final Process process;
    private final URI uri;

    private BanksProcess(Process process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    static BanksProcess start(Path folder, URI gateway) throws IOException {
        Path log = Files.createTempFile(folder, "banks", ".log");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                PartnerSimulators.class.getName());
        builder.environment()
                .putAll(Map.of(
                        "SERVER_PORT",
                        "0",
                        "NXSI_KEYS_DIR",
                        folder.resolve("keys").toString(),
                        "NXSI_DATA_DIR",
                        folder.resolve("data").toString(),
                        "NXSI_GATEWAY_URI",
                        gateway.toString(),
                        "NXSI_ISSUER_URI",
                        gateway + "/realm",
                        "NXSI_RESULT_DELAY_MS",
                        "0-50"));
        Process process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        Waiting.until("the banks to listen", () -> !process.isAlive() || port(log) > 0);
        if (!process.isAlive()) {
            throw new IOException("the banks did not start: " + Files.readString(log));
        }
        return new BanksProcess(process, URI.create("http://127.0.0.1:" + port(log)));
    }

    URI uri() {
        return uri;
    }

    /** {@code kill -9}: no shutdown hook, no flush. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    private static int port(Path log) {
        try {
            Matcher matcher = LISTENING.matcher(Files.readString(log));
            return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
