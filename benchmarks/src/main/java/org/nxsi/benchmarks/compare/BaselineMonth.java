package org.nxsi.benchmarks.compare;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.nxsi.local.month.MonthFailure;
import org.nxsi.local.roster.SampleRoster;
import org.nxsi.local.stack.ServiceName;
import org.nxsi.local.stack.StackConfig;
import org.nxsi.platform.money.Month;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The month as a Spring Batch job on PostgreSQL: a fresh cluster, fresh banks, and the job in a JVM with pension-service's own
 * flags. Imports first, as the stack does, so that neither meets the month cold.
 *
 * @param house whose folder and keys are used; its own parts have been stopped
 */
record BaselineMonth(StackConfig house, PostgresPrograms postgres, SampleRoster sample, Path roster, Month month) {

    private static final Path MODULE = Path.of("benchmarks/spring-batch-baseline/target");
    private static final String JAR = "spring-batch-baseline-0.1.0-SNAPSHOT.jar";
    private static final int PAY_DAY = 10;
    private static final Duration LIMIT = Duration.ofMinutes(30);
    /** Past the stack's own ports, some of which the kernel still holds. */
    private static final int PORTS = 1_000;

    private static final int POSTGRES_PORT = 32;
    private static final int BANKS_PORT = 90;
    private static final int JOB_PORT = 97;

    /** @throws MonthFailure if the job fails, with the end of its log */
    PaidMonth pay(Durability durability) throws InterruptedException {
        Path folder = house.home().resolve("baseline-" + durability.name().toLowerCase(Locale.ROOT));
        int ports = house.portBase() + PORTS;
        URI job = URI.create("http://127.0.0.1:" + freePort(ports + JOB_PORT));
        LocalDate payDay = month.day(PAY_DAY);
        make(folder);
        try (PostgresCluster cluster = PostgresCluster.start(
                        postgres, folder.resolve("postgres"), freePort(ports + POSTGRES_PORT), durability);
                DemoBanks banks = DemoBanks.start(
                        house, folder, house.home().resolve("keys/partners"), freePort(ports + BANKS_PORT), job)) {
            banks.turnTo(payDay);
            banks.openAccounts(sample, folder.resolve("accounts.csv"));
            Path figures = folder.resolve("figures.json");
            Map<String, String> environment = new HashMap<>();
            environment.put("SERVER_PORT", Integer.toString(job.getPort()));
            environment.put("BASELINE_JDBC_URL", cluster.url());
            environment.put("BASELINE_JDBC_USER", PostgresCluster.USER);
            environment.put("BASELINE_ROSTER", roster.toString());
            environment.put("BASELINE_FIGURES", figures.toString());
            environment.put("BASELINE_MONTH", month.toString());
            environment.put("BASELINE_PAY_DAY", payDay.toString());
            environment.put("NXSI_PARTNERS_URI", banks.uri().toString());
            environment.put("NXSI_KEYS_DIR", house.home().resolve("keys/bureau").toString());
            environment.put("NXSI_PERSON_ID_KEY", "a key of this bench");
            try (Child program = Child.start(command(), environment, folder.resolve("job.log"))) {
                program.awaitEnd(LIMIT);
            }
            return read(durability.title(), figures, banks.creditedNet_fen(month + "-R1"));
        }
    }

    private List<String> command() {
        Path target = house.root().resolve(MODULE);
        if (!Files.exists(target.resolve(JAR))) {
            throw new MonthFailure("spring-batch-baseline is not built: run ./mvnw -DskipTests package");
        }
        List<String> command = new ArrayList<>(List.of(DemoBanks.java()));
        command.addAll(ServiceName.PENSION.jvm().flags());
        command.addAll(List.of(
                "-cp",
                target.resolve(JAR) + ":" + target.resolve("lib") + "/*",
                "org.nxsi.baseline.BaselineApplication"));
        return command;
    }

    private static PaidMonth read(String name, Path figures, long bankBooks_fen) {
        JsonNode month = new JsonMapper().readTree(figures.toFile());
        JsonNode seconds = month.path("phases");
        return new PaidMonth(
                name,
                month.path("payees").asLong(),
                new PaidMonth.Ends(
                        month.path("entitled").asLong(),
                        month.path("paid").asLong(),
                        month.path("returned").asLong(),
                        month.path("exceptions").asLong(),
                        month.path("entitledFen").asLong(),
                        month.path("paidFen").asLong(),
                        month.path("returnedFen").asLong(),
                        bankBooks_fen),
                new PaidMonth.Seconds(
                        seconds.path("calculate").asDouble(),
                        seconds.path("pay").asDouble(),
                        seconds.path("reconcile").asDouble()),
                month.path("peak_mb").asLong());
    }

    /** This one, or any other if somebody's call to elsewhere happens to go out from it. */
    private static int freePort(int wanted) {
        try (ServerSocket socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException taken) {
            try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return any.getLocalPort();
            } catch (IOException none) {
                throw new MonthFailure("no port is free on 127.0.0.1: " + none.getMessage(), none);
            }
        }
    }

    private static void make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new MonthFailure("cannot make " + folder + ": " + failure.getMessage(), failure);
        }
    }
}
