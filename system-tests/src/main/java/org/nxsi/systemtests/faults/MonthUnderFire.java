package org.nxsi.systemtests.faults;

import java.time.Duration;
import java.util.List;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A month taken from roster to closed books by the people of the bureau, who ask again and again where nobody answers. */
final class MonthUnderFire {

    private static final String RUNS = "/admin/v1/disbursement-runs";
    private static final String CLERK = "clerk";
    private static final String REVIEWER = "reviewer";
    private static final String FINANCE = "finance";
    private static final Duration STEP_LIMIT = Duration.ofSeconds(150);
    /** Longer than the service takes to look whether what differed is settled. */
    private static final Duration CONCLUDING = Duration.ofSeconds(15);

    private static final long LOOK_MS = 200;
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

    private final PatientCalls calls;
    private final PhaseListener phases;
    private final Month month;
    private final String run;

    MonthUnderFire(PatientCalls calls, PhaseListener phases, Month month) {
        this.calls = calls;
        this.phases = phases;
        this.month = month;
        this.run = month + "-R1";
    }

    String run() {
        return run;
    }

    /** @param roster as the clerk hands it in, and the accounts in it as the banks know them */
    void pay(CampaignRoster.Papers roster) throws InterruptedException {
        calls.partners("PUT", "/oracle/accounts", "text/csv; charset=utf-8", roster.accounts())
                .orFail("opening the accounts at the banks");
        phases.begins(Phase.IMPORT);
        importRoster(roster.roster());
        phases.begins(Phase.CALCULATE);
        calculate();
        phases.begins(Phase.FUND);
        fund();
        approve();
        phases.begins(Phase.PAY);
        release();
        phases.begins(Phase.REPORT);
        until("the banks' words on every batch", () -> reached("PAID"));
        phases.begins(Phase.CLOSE);
        reconcile();
    }

    boolean isReconciled() throws InterruptedException {
        return reached("RECONCILED");
    }

    /** Statements are matched; the run is closed if they agree, and stays PAID if not. */
    void reconcile() throws InterruptedException {
        if (!reached("RECONCILED")) {
            calls.post(FINANCE, path("reconciliation"), empty()).orFail("finance reconciles");
            until("matching the statements", () -> !reconciliation().equals("RUNNING") || reached("RECONCILED"));
            holdsWithin(CONCLUDING, () -> reached("RECONCILED"));
        }
        if (reached("RECONCILED") && !reached("CLOSED")) {
            calls.post(FINANCE, path("closing"), empty()).orFail("finance closes");
            until("closing", () -> reached("CLOSED"));
        }
    }

    String status() throws InterruptedException {
        return read().text("status");
    }

    Reply report() throws InterruptedException {
        return calls.get(FINANCE, path("report")).orFail("reading the report");
    }

    private void importRoster(byte[] roster) throws InterruptedException {
        String id = calls.upload(CLERK, "/admin/v1/rosters", roster)
                .orFail("the clerk hands in the roster")
                .text("id");
        until(
                "importing the roster",
                () -> calls.get(CLERK, "/admin/v1/rosters/" + id)
                        .orFail("reading the import")
                        .text("state")
                        .equals("DONE"));
        long bad = calls.get(CLERK, "/admin/v1/rosters/" + id).number("bad");
        if (bad > 0) {
            throw new RoundFailure(bad + " rows of the roster were refused");
        }
    }

    private void calculate() throws InterruptedException {
        ObjectNode command = PatientCalls.JSON.createObjectNode().put("month", month.toString());
        Reply made = calls.post(CLERK, RUNS, command);
        if (!made.code().equals("run-exists")) {
            made.orFail("the clerk makes the run");
        }
        until("calculating", () -> reached("CALCULATED"));
    }

    private void fund() throws InterruptedException {
        if (!reached("FUNDS_APPLIED")) {
            calls.post(CLERK, path("funding-application"), empty()).orFail("the clerk applies for the funds");
        }
        if (reached("FUNDED")) {
            return;
        }
        ObjectNode command = PatientCalls.JSON.createObjectNode();
        ArrayNode lines = command.putArray("lines");
        Reply application = calls.get(FINANCE, path("funding-application")).orFail("reading what was applied for");
        for (JsonNode line : application.body().path("lines")) {
            Fen amount = Fen.ofYuan(line.path("amount").asString());
            if (amount.isPositive()) {
                String scheme = line.path("scheme").asString();
                String bank = line.path("bank").asString();
                lines.addObject()
                        .put("scheme", scheme)
                        .put("bank", bank)
                        .put("amount", amount.toString())
                        .put("advice", allot(scheme, bank, amount));
            }
        }
        if (!lines.isEmpty()) {
            calls.post(FINANCE, path("allotments"), command).orFail("finance registers the allotments");
        }
        until("booking the allotments", () -> reached("FUNDED"));
    }

    private String allot(String scheme, String bank, Fen amount) throws InterruptedException {
        ObjectNode order = PatientCalls.JSON
                .createObjectNode()
                .put("bank", bank)
                .put("scheme", scheme)
                .put("amountFen", amount.amount_fen())
                .put("reference", String.join("/", run, scheme, bank, amount.toString()));
        return calls.partners(
                        "POST",
                        "/oracle/treasury/allotments",
                        "application/json",
                        PatientCalls.JSON.writeValueAsBytes(order))
                .orFail("the treasury's allotment")
                .text("advice");
    }

    private void approve() throws InterruptedException {
        calls.post(REVIEWER, path("approval"), empty()).orFail("the reviewer approves");
        until("approving", () -> reached("APPROVED"));
    }

    private void release() throws InterruptedException {
        calls.post(FINANCE, path("release"), empty()).orFail("finance releases");
        until("sending the batches", () -> {
            Reply now = read();
            return now.number("batches") > 0 && now.number("batchesSent") * 2 >= now.number("batches");
        });
    }

    /** Asked again until it holds. */
    interface Question {
        boolean holds() throws InterruptedException;
    }

    private static void until(String what, Question question) throws InterruptedException {
        if (!holdsWithin(STEP_LIMIT, question)) {
            throw new RoundFailure(what + ": not within " + STEP_LIMIT.toSeconds() + " s");
        }
    }

    static boolean holdsWithin(Duration limit, Question question) throws InterruptedException {
        long end_ns = System.nanoTime() + limit.toNanos();
        while (!question.holds()) {
            if (System.nanoTime() > end_ns) {
                return false;
            }
            Thread.sleep(LOOK_MS);
        }
        return true;
    }

    private boolean reached(String status) throws InterruptedException {
        return STATUSES.indexOf(status()) >= STATUSES.indexOf(status);
    }

    private String reconciliation() throws InterruptedException {
        return calls.get(FINANCE, path("reconciliation"))
                .orFail("reading the reconciliation")
                .text("state");
    }

    private Reply read() throws InterruptedException {
        return calls.get(CLERK, RUNS + "/" + run).orFail("reading run " + run);
    }

    private String path(String step) {
        return RUNS + "/" + run + "/" + step;
    }

    private static ObjectNode empty() {
        return PatientCalls.JSON.createObjectNode();
    }
}
