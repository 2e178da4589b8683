package org.nxsi.systemtests.faults;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.nxsi.systemtests.faults.MonthUnderFire.Question;
import tools.jackson.databind.JsonNode;

/**
 * What people do about differences once the banks have mended their statements: finance has the days matched again, and of
 * what is left two people write down what the bank has corrected.
 */
final class SettlingDifferences {

    private static final String FINANCE = "finance";
    private static final String REVIEWER = "reviewer";
    private static final String DAYS = "/admin/v1/bank-statements";
    private static final String DIFFERENCES = "/admin/v1/reconciliations/differences";
    private static final Duration MATCHING = Duration.ofSeconds(60);
    private static final int PAGE = 500;

    /** A report of a payment that came after the one of its return: the statements show who is right. */
    private static final String STALE_REPORT = "PAID_AFTER_RETURN";

    private final PatientCalls calls;

    SettlingDifferences(PatientCalls calls) {
        this.calls = calls;
    }

    /** Days that differ are read anew, all of them. */
    void matchDaysAgain() throws InterruptedException {
        List<String> asked = new ArrayList<>();
        for (JsonNode day : items(DAYS + "?limit=" + PAGE)) {
            if (day.path("differences").asLong() > 0) {
                String path = DAYS + "/" + day.path("id").asString();
                calls.post(FINANCE, path + "/matching", PatientCalls.JSON.createObjectNode())
                        .orFail("finance has a day matched again");
                asked.add(path);
            }
        }
        for (String path : asked) {
            Question matched = () -> calls.get(FINANCE, path)
                    .orFail("reading a day")
                    .body()
                    .path("done")
                    .asBoolean(false);
            if (!MonthUnderFire.holdsWithin(MATCHING, matched)) {
                throw new RoundFailure(path + ": not matched within " + MATCHING.toSeconds() + " s");
            }
        }
    }

    /** Finance proposes and the reviewer confirms that the bank has corrected itself. */
    void settleStaleReports(String run) throws InterruptedException {
        for (JsonNode difference : open(run)) {
            if (difference.path("kind").asString().equals(STALE_REPORT)) {
                String path = DIFFERENCES + "/"
                        + URLEncoder.encode(difference.path("id").asString(), StandardCharsets.UTF_8);
                calls.post(
                                FINANCE,
                                path + "/proposal",
                                PatientCalls.JSON
                                        .createObjectNode()
                                        .put("action", "CORRECTED_BY_BANK")
                                        .put("note", "an older report came after the one of the return"))
                        .orFail("finance proposes");
                calls.post(
                                REVIEWER,
                                path + "/confirmation",
                                PatientCalls.JSON.createObjectNode().put("note", "the statement shows it returned"))
                        .orFail("the reviewer confirms");
            }
        }
    }

    /** What is left of a run, by name. */
    List<JsonNode> open(String run) throws InterruptedException {
        List<JsonNode> open = new ArrayList<>();
        for (JsonNode difference : items(DIFFERENCES + "?limit=" + PAGE + "&run=" + run)) {
            String state = difference.path("state").asString();
            if (state.equals("OPEN") || state.equals("PROPOSED")) {
                open.add(difference);
            }
        }
        return open;
    }

    /** All pages of a list. */
    private List<JsonNode> items(String path) throws InterruptedException {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            Reply page = calls.get(FINANCE, path + cursor).orFail("reading " + path);
            page.body().path("items").forEach(items::add);
            String next = page.text("next");
            cursor = next.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        } while (!cursor.isEmpty());
        return items;
    }
}
