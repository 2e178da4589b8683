package org.nxsi.local.month;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The month's disbursement run, taken from step to step; a step that was done before is passed over. */
final class Run {

    private static final String RUNS = "/admin/v1/disbursement-runs";
    private static final String CLERK = "clerk";
    private static final String REVIEWER = "reviewer";
    private static final String FINANCE = "finance";
    private static final int BATCHES = 200;
    private static final List<String> STATUSES = List.of(
            "CALCULATING",
            "CALCULATED",
            "FUNDS_APPLIED",
            "FUNDED",
            "APPROVED",
            "RELEASED",
            "PAID",
            "RECONCILED",
            "CLOSED");

    private final HttpCalls calls;
    private final Waiting waiting;
    private final MonthListener listener;
    private String id = "";
    private boolean settled = true;

    Run(HttpCalls calls, Waiting waiting, MonthListener listener) {
        this.calls = calls;
        this.waiting = waiting;
        this.listener = listener;
    }

    String id() {
        return id;
    }

    /** Makes the run, or finds the one that exists: a month is paid once. */
    void make(Month month) throws InterruptedException {
        ObjectNode command = HttpCalls.JSON.createObjectNode().put("month", month.toString());
        Reply reply = calls.post(CLERK, RUNS, newKey(), command);
        if (reply.status() == 409 && reply.code().equals("run-exists")) {
            id = reply.body().path("run").isString()
                    ? reply.text("run")
                    : reply.body().path("run").path("id").asString();
            listener.note("the month " + month + " exists already as run " + id + " (" + status()
                    + "): nothing is paid twice; going on from there");
            return;
        }
        id = reply.orFail("the clerk makes the run of " + month).text("id");
        listener.note("run " + id + " made by the clerk");
    }

    void awaitCalculated() throws InterruptedException {
        waiting.until("calculating the run", () -> {
            Reply run = read();
            listener.progress("calculate", run.number("slicesDone"), run.number("slices"));
            return reached(run, "CALCULATED") ? -1 : run.number("slicesDone");
        });
    }

    void applyForFunds() throws InterruptedException {
        if (!reached(read(), "FUNDS_APPLIED")) {
            command(CLERK, "funding-application", HttpCalls.JSON.createObjectNode(), "the clerk applies for the funds");
        }
    }

    boolean needsFunds() throws InterruptedException {
        return !reached(read(), "FUNDED");
    }

    /** What each fund still lacks at each bank, beyond what its payout account holds. */
    List<FundLine> neededFunds() throws InterruptedException {
        List<FundLine> needed = new ArrayList<>();
        Reply application = calls.get(FINANCE, path("funding-application")).orFail("reading what was applied for");
        for (JsonNode line : application.body().path("lines")) {
            Fen amount = Fen.of(Amounts.fen(line.path("amount")));
            if (amount.isPositive()) {
                needed.add(new FundLine(
                        line.path("scheme").asString(), line.path("bank").asString(), amount, ""));
            }
        }
        return needed;
    }

    void registerAllotments(List<FundLine> lines) throws InterruptedException {
        ObjectNode command = HttpCalls.JSON.createObjectNode();
        ArrayNode list = command.putArray("lines");
        for (FundLine line : lines) {
            list.addObject()
                    .put("scheme", line.scheme())
                    .put("bank", line.bank())
                    .put("amount", line.amount().toString())
                    .put("advice", line.advice());
        }
        command(FINANCE, "allotments", command, "finance registers the allotments");
        waiting.until("booking the allotments", () -> reached(read(), "FUNDED") ? -1 : 0);
    }

    void approve() throws InterruptedException {
        if (!reached(read(), "APPROVED")) {
            command(REVIEWER, "approval", HttpCalls.JSON.createObjectNode(), "the reviewer approves");
            listener.note("approved by the reviewer");
        }
    }

    void release() throws InterruptedException {
        if (!reached(read(), "RELEASED")) {
            command(FINANCE, "release", HttpCalls.JSON.createObjectNode(), "finance releases");
            listener.note("released by finance");
        }
    }

    /** Waits for the banks' words on every batch; a run that they leave open is reported as it stands. */
    void awaitPaid() throws InterruptedException {
        try {
            waiting.until("waiting for the banks", () -> {
                Reply run = read();
                listener.progress("pay", run.number("batchesSettled"), run.number("batches"));
                return reached(run, "PAID") ? -1 : run.number("batchesSent") + run.number("batchesSettled");
            });
        } catch (MonthFailure stuck) {
            settled = false;
            listener.note(stuck.getMessage() + "; the run stays " + status());
        }
    }

    void reconcile() throws InterruptedException {
        if (!settled || reached(read(), "RECONCILED")) {
            return;
        }
        command(FINANCE, "reconciliation", HttpCalls.JSON.createObjectNode(), "finance reconciles");
        waiting.until("reconciling with the banks' statements", () -> {
            JsonNode reconciliation = calls.get(FINANCE, path("reconciliation"))
                    .orFail("reading the reconciliation")
                    .body();
            long done = reconciliation
                    .path("banks")
                    .valueStream()
                    .filter(bank -> bank.path("done").asBoolean(false))
                    .count();
            listener.progress("reconcile", done, reconciliation.path("banks").size());
            return reconciliation.path("state").asString("").equals("RUNNING") ? done : -1;
        });
        waiting.until("booking the reconciliation", () -> {
            boolean different =
                    calls.get(FINANCE, path("reconciliation")).text("state").equals("DIFFERENT");
            return different || reached(read(), "RECONCILED") ? -1 : 0;
        });
        listDifferences();
    }

    private void listDifferences() throws InterruptedException {
        Reply differences = calls.get(FINANCE, "/admin/v1/reconciliations/differences?limit=20");
        for (JsonNode difference : differences.body().path("items")) {
            listener.note("difference: " + difference);
        }
    }

    void close() throws InterruptedException {
        if (!settled || reached(read(), "CLOSED")) {
            return;
        }
        Reply reply = calls.post(FINANCE, path("closing"), newKey(), HttpCalls.JSON.createObjectNode());
        listener.note(
                reply.isSuccess() ? "reconciled and closed by finance" : "finance cannot close: " + reply.describe());
    }

    Reply report() throws InterruptedException {
        return calls.get(FINANCE, path("report")).orFail("reading the run's report");
    }

    /** How long each settled batch of the run waited for its bank's last word. */
    MonthReport.Confirmations confirmations() throws InterruptedException {
        List<Double> sinceRelease = new ArrayList<>();
        List<Double> sinceSent = new ArrayList<>();
        String cursor = "";
        do {
            Reply page = calls.get(FINANCE, "/admin/v1/payment-batches?limit=" + BATCHES + "&run=" + id + cursor)
                    .orFail("reading the batches");
            for (JsonNode batch : page.body().path("items")) {
                if (batch.path("confirmedAt").isString()) {
                    sinceRelease.add(seconds(batch, "releasedAt"));
                    sinceSent.add(seconds(batch, "sentAt"));
                }
            }
            cursor = "&cursor=" + URLEncoder.encode(page.text("next"), StandardCharsets.UTF_8);
        } while (!cursor.equals("&cursor="));
        Collections.sort(sinceRelease);
        Collections.sort(sinceSent);
        return new MonthReport.Confirmations(
                sinceRelease.size(),
                quantile(sinceRelease, 0),
                quantile(sinceRelease, 0.5),
                quantile(sinceRelease, 0.99),
                quantile(sinceSent, 0.5),
                quantile(sinceSent, 0.99));
    }

    private static double seconds(JsonNode batch, String since) {
        Instant confirmed = Instant.parse(batch.path("confirmedAt").asString());
        return Duration.between(Instant.parse(batch.path(since).asString()), confirmed)
                        .toMillis()
                / 1e3;
    }

    private static double quantile(List<Double> sorted, double share) {
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * share));
    }

    /** Whether debits equal credits in every fund's books. */
    boolean fundBooksBalance() throws InterruptedException {
        return calls.get(FINANCE, "/admin/v1/fund-books/trial-balance")
                .orFail("reading the fund books")
                .body()
                .path("balanced")
                .asBoolean(false);
    }

    private Reply read() throws InterruptedException {
        return calls.get(CLERK, RUNS + "/" + id).orFail("reading run " + id);
    }

    private String status() throws InterruptedException {
        return read().text("status");
    }

    private void command(String user, String step, JsonNode body, String what) throws InterruptedException {
        calls.post(user, path(step), newKey(), body).orFail(what);
    }

    private String path(String step) {
        return RUNS + "/" + id + "/" + step;
    }

    private static boolean reached(Reply run, String status) {
        return STATUSES.indexOf(run.text("status")) >= STATUSES.indexOf(status);
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }
}
