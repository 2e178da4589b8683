package org.nxsi.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nxsi.local.keycloak.Tokens;
import org.nxsi.local.month.MonthListener;
import org.nxsi.local.month.MonthPlan;
import org.nxsi.local.month.MonthReport;
import org.nxsi.local.month.PayTheMonth;
import org.nxsi.local.roster.RosterFile;
import org.nxsi.local.roster.SampleRoster;
import org.nxsi.local.stack.LocalStack;
import org.nxsi.local.stack.StackConfig;
import org.nxsi.local.stack.StackListener;
import org.nxsi.platform.money.Month;
import org.nxsi.systemtests.evidence.AuditedSystem;
import org.nxsi.systemtests.laws.CheckingLaws;
import org.nxsi.systemtests.laws.Verdict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running house, started once for all system tests on ports and in a folder of its own. */
final class House {

    static final int PAYEES = 300;
    private static final int PORT_BASE = 28_000;
    private static final JsonMapper JSON = new JsonMapper();

    private final LocalStack stack;
    private final Path home;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Tokens tokens;

    private House(LocalStack stack, Path home) {
        this.stack = stack;
        this.home = home;
        this.tokens = new Tokens(http, stack.addresses().realm());
    }

    private static final class Standing {
        static final House HOUSE = start();
    }

    static House standing() {
        return Standing.HOUSE;
    }

    private static House start() {
        Path home = Path.of("target", "house-" + UUID.randomUUID().toString().substring(0, 8))
                .toAbsolutePath();
        StackConfig config = StackConfig.forTest(home, PORT_BASE);
        LocalStack stack = LocalStack.start(config, StackListener.SILENT);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
        return new House(stack, home);
    }

    /** What an answer said. */
    record Reply(int status, String body) {

        JsonNode json() {
            return JSON.readTree(body);
        }

        String text(String field) {
            return json().path(field).asString("");
        }
    }

    /** Pays a month of the sample roster as {@code ./run} does. */
    MonthReport pay(String month) {
        try {
            MonthPlan plan = new MonthPlan(
                    Month.parse(month),
                    roster(),
                    home.resolve("bad-rows.csv"),
                    stack.startSeconds(),
                    Duration.ofMinutes(5));
            return PayTheMonth.run(stack.addresses(), plan, MonthListener.SILENT);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Holds all money laws against the house as it stands, after everything has been told a second time. */
    List<Verdict> laws() {
        try {
            return CheckingLaws.of(AuditedSystem.local(stack.addresses()))
                    .withReplay()
                    .check();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    Reply get(String path, @Nullable String user, String client) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(stack.addresses().gateway() + path))
                .timeout(Duration.ofSeconds(30));
        return send(authorized(request, user, client).GET());
    }

    Reply post(String path, String user, String key, String contentType, String body) {
        return send(authorized(command(path, key, contentType), user, "ops-console")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** A command of somebody on a channel, under a key of its own. */
    Reply postOn(String channel, String path, String user, String body) {
        return send("POST", "/" + channel + path, user, channel, body);
    }

    /** Any request, of anybody or nobody: a query where there is no body, else a command under a key of its own. */
    Reply send(String method, String path, @Nullable String user, String client, String body) {
        HttpRequest.Builder request = body.isEmpty()
                ? HttpRequest.newBuilder(URI.create(stack.addresses().gateway() + path))
                        .timeout(Duration.ofSeconds(60))
                : command(path, UUID.randomUUID().toString(), "application/json");
        HttpRequest.BodyPublisher content =
                body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        return send(authorized(request, user, client).method(method, content));
    }

    /** A message of a partner's own client, such as {@code collector-64}. */
    Reply postAsPartner(String client, String path, String key, String body) {
        HttpRequest.Builder request = command(path, key, "application/json");
        try {
            request.header("Authorization", "Bearer " + tokens.ofPartner(client));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
        return send(request.POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder command(String path, String key, String contentType) {
        return HttpRequest.newBuilder(URI.create(stack.addresses().gateway() + path))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", contentType)
                .header("Idempotency-Key", key);
    }

    /** Sets the business date of a service, as ops do outside production. */
    void turnTo(String service, LocalDate day) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(stack.addresses().gateway() + "/admin/v1/services/" + service + "/ops/clock"))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString());
        String date = JSON.createObjectNode().put("date", day.toString()).toString();
        Reply reply = send(authorized(request, "admin", "ops-console").PUT(HttpRequest.BodyPublishers.ofString(date)));
        if (reply.status() >= 300) {
            throw new AssertionError("the clock of " + service + " is not set: " + reply);
        }
    }

    private HttpRequest.Builder authorized(HttpRequest.Builder request, @Nullable String user, String client) {
        return user == null ? request : request.header("Authorization", "Bearer " + token(user, client));
    }

    private String token(String user, String client) {
        try {
            return tokens.of(user, client);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private Path roster() {
        Path file = home.resolve("roster.csv");
        try {
            RosterFile.write(new SampleRoster(PAYEES, 2020), file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return file;
    }
}
