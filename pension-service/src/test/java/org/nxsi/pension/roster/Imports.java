package org.nxsi.pension.roster;

import java.net.http.HttpRequest.BodyPublishers;
import org.nxsi.local.testing.Answer;
import org.nxsi.local.testing.Eventually;
import org.nxsi.pension.PensionUnderTest;
import tools.jackson.databind.JsonNode;

/** Imports rosters as a clerk does. */
public final class Imports {

    private Imports() {}

    /** Sends a roster under a key of its own. */
    public static Answer send(byte[] file) {
        return send(file, PensionUnderTest.freshKey());
    }

    public static Answer send(byte[] file, String key) {
        return send(file, key, PensionUnderTest.clerk());
    }

    static Answer send(byte[] file, String key, String token) {
        return PensionUnderTest.service()
                .send(PensionUnderTest.service()
                        .request("/admin/v1/rosters", token)
                        .header("Content-Type", "text/csv")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofByteArray(file)));
    }

    /** Sends a roster that is taken, and waits until it is applied. @return its last state */
    public static JsonNode done(byte[] file) {
        Answer answer = send(file);
        if (answer.status() != 202) {
            throw new AssertionError("not taken: " + answer.status() + " " + answer.body());
        }
        return done(answer);
    }

    static JsonNode done(Answer accepted) {
        String location = accepted.header("Location");
        Eventually.that(
                "roster " + location + " is done",
                () -> state(location).path("state").asString().equals("DONE"));
        return state(location);
    }

    static JsonNode state(String location) {
        return PensionUnderTest.service()
                .get(location, PensionUnderTest.clerk())
                .json();
    }

    static JsonNode badRows(String id, String page) {
        return PensionUnderTest.service()
                .get("/admin/v1/rosters/" + id + "/bad-rows" + page, PensionUnderTest.clerk())
                .json();
    }
}
