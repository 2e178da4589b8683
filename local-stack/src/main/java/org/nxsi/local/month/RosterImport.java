package org.nxsi.local.month;

import java.io.BufferedWriter;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The clerk hands in the roster and waits until every row is a beneficiary or is named as bad. */
final class RosterImport {

    private static final String ROSTERS = "/admin/v1/rosters";
    private static final String CLERK = "clerk";
    private static final int SHOWN = 20;
    private static final int PAGE = 500;
    private static final long LARGEST_FILE = 512L * 1024 * 1024;

    private final HttpCalls calls;
    private final Waiting waiting;
    private final MonthListener listener;

    RosterImport(HttpCalls calls, Waiting waiting, MonthListener listener) {
        this.calls = calls;
        this.waiting = waiting;
        this.listener = listener;
    }

    /** @throws MonthFailure if the file is refused as a whole, or no row of it can be used */
    void upload(Path roster, Path badRows) throws InterruptedException {
        String id = handIn(roster).text("id");
        waiting.until("importing the roster", () -> {
            Reply state = calls.get(CLERK, ROSTERS + "/" + id).orFail("reading the import");
            listener.progress("import", state.number("chunksDone"), state.number("chunks"));
            return state.text("state").equals("DONE") ? -1 : state.number("chunksDone") + state.number("rows");
        });
        Reply done = calls.get(CLERK, ROSTERS + "/" + id).orFail("reading the import");
        long good = done.number("created") + done.number("updated") + done.number("unchanged");
        listener.note("roster imported by the clerk: %d rows, %d new, %d changed, %d as before, %d bad"
                .formatted(
                        done.number("rows"),
                        done.number("created"),
                        done.number("updated"),
                        done.number("unchanged"),
                        done.number("bad")));
        if (done.number("bad") > 0) {
            listBadRows(id, badRows);
        }
        if (good == 0) {
            throw new MonthFailure("no row of the roster can be used");
        }
    }

    private Reply handIn(Path roster) throws InterruptedException {
        try {
            if (Files.size(roster) > LARGEST_FILE) {
                throw new MonthFailure("the roster is larger than 512 MB: " + roster);
            }
            String key = UUID.randomUUID().toString();
            return calls.upload(CLERK, ROSTERS, key, "text/csv", BodyPublishers.ofFile(roster))
                    .orFail("the clerk hands in the roster");
        } catch (FileNotFoundException missing) {
            throw new MonthFailure("there is no roster " + roster, missing);
        } catch (IOException failure) {
            throw new MonthFailure("cannot read the roster " + roster + ": " + failure.getMessage(), failure);
        }
    }

    private void listBadRows(String id, Path file) throws InterruptedException {
        long listed = 0;
        String cursor = "";
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (BufferedWriter out = Files.newBufferedWriter(file)) {
                out.write("row,field,code,message\n");
                do {
                    Reply page = calls.get(CLERK, ROSTERS + "/" + id + "/bad-rows?limit=" + PAGE + cursor)
                            .orFail("reading the bad rows");
                    for (JsonNode row : page.body().path("items")) {
                        out.write(line(row));
                        if (listed++ < SHOWN) {
                            listener.note("  bad row " + row.path("row").asString() + ": "
                                    + row.path("field").asString("") + " "
                                    + row.path("message")
                                            .asString(row.path("code").asString("")));
                        }
                    }
                    cursor = "&cursor=" + URLEncoder.encode(page.text("next"), StandardCharsets.UTF_8);
                } while (!cursor.equals("&cursor="));
            }
        } catch (IOException failure) {
            throw new MonthFailure("cannot write " + file + ": " + failure.getMessage(), failure);
        }
        listener.note("  all " + listed + " bad rows are listed in " + file);
    }

    private static String line(JsonNode row) {
        return row.path("row").asString() + "," + quoted(row, "field") + "," + quoted(row, "code") + ","
                + quoted(row, "message") + "\n";
    }

    private static String quoted(JsonNode row, String field) {
        return "\"" + row.path(field).asString("").replace("\"", "\"\"").replace("\n", " ") + "\"";
    }
}
