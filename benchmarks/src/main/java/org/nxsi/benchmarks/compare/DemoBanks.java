package org.nxsi.benchmarks.compare;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.nxsi.local.month.MonthFailure;
import org.nxsi.local.roster.RosterRow;
import org.nxsi.local.roster.SampleRoster;
import org.nxsi.local.stack.BootPrograms;
import org.nxsi.local.stack.Jvm;
import org.nxsi.local.stack.StackConfig;
import org.nxsi.local.stack.StackListener;
import tools.jackson.databind.json.JsonMapper;

/** The same simulated banks as the stack's, with books of their own, reporting to the job instead of the gateway. */
final class DemoBanks implements AutoCloseable {

    private static final Jvm AS_IN_THE_STACK = new Jvm(512, true);
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration CALL_LIMIT = Duration.ofMinutes(5);
    private static final long POLL_MS = 100;
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Child process;
    private final URI uri;

    private DemoBanks(Child process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    /** @param keys folder of the partners' keys @param reports where results are told */
    static DemoBanks start(StackConfig config, Path folder, Path keys, int port, URI reports)
            throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(AS_IN_THE_STACK.flags());
        command.addAll(new BootPrograms(config)
                .of("partner-simulators", StackListener.SILENT)
                .launch());
        Map<String, String> environment = Map.of(
                "SERVER_PORT", Integer.toString(port),
                "NXSI_KEYS_DIR", keys.toString(),
                "NXSI_DATA_DIR", folder.resolve("banks").toString(),
                "NXSI_GATEWAY_URI", reports.toString(),
                "NXSI_ISSUER_URI", reports.toString());
        Child process = Child.start(command, environment, folder.resolve("banks.log"));
        DemoBanks banks = new DemoBanks(process, URI.create("http://127.0.0.1:" + port));
        try {
            banks.awaitReady();
            return banks;
        } catch (RuntimeException | InterruptedException failure) {
            process.close();
            throw failure;
        }
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    URI uri() {
        return uri;
    }

    /** Opens the accounts that the roster's people have, as their bank has them. */
    void openAccounts(SampleRoster roster, Path file) throws InterruptedException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (Iterator<RosterRow> rows = roster.iterator(); rows.hasNext(); ) {
                RosterRow row = rows.next();
                out.write(String.join(
                        ",",
                        row.bank(),
                        row.account(),
                        row.holder(),
                        row.bankState().text()));
                out.write('\n');
            }
        } catch (IOException failure) {
            throw new MonthFailure("cannot write " + file + ": " + failure.getMessage(), failure);
        }
        try {
            call("PUT", "/oracle/accounts", BodyPublishers.ofFile(file));
        } catch (IOException failure) {
            throw new MonthFailure("cannot read " + file + ": " + failure.getMessage(), failure);
        }
    }

    void turnTo(LocalDate day) throws InterruptedException {
        call("POST", "/oracle/clock", BodyPublishers.ofString(JSON.writeValueAsString(Map.of("date", day.toString()))));
    }

    /** What stands credited to payees for the run, net of returns. */
    long creditedNet_fen(String run) throws InterruptedException {
        return JSON.readTree(call("GET", "/oracle/books?reference=" + run, BodyPublishers.noBody()))
                .path("netFen")
                .asLong();
    }

    private void awaitReady() throws InterruptedException {
        long begun_ns = System.nanoTime();
        while (!isReady()) {
            process.requireAlive();
            if (System.nanoTime() - begun_ns > START_LIMIT.toNanos()) {
                throw new MonthFailure("the simulated banks are not ready after " + START_LIMIT.toSeconds() + " s");
            }
            Thread.sleep(POLL_MS);
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            HttpRequest look =
                    HttpRequest.newBuilder(uri.resolve("/actuator/health")).build();
            return http.send(look, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private String call(String method, String path, BodyPublisher body) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri.resolve(path))
                .timeout(CALL_LIMIT)
                .method(method, body)
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new MonthFailure(
                        path + " at the simulated banks answers " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException failure) {
            throw new MonthFailure(path + " at the simulated banks: " + failure, failure);
        }
    }

    @Override
    public void close() {
        process.close();
        http.shutdownNow();
    }
}
