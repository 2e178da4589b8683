package org.nxsi.deferral.ledger;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nxsi.local.testing.EventSchemas;
import org.nxsi.platform.events.ReceivedEvent;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.identity.SocialNumber;
import tools.jackson.databind.json.JsonMapper;

/** What other services say was put off and made up, as it stands on their topics. */
public final class BusinessEvents {

    public static final String PUT_OFF = "enrollment.business-put-off";
    public static final String MADE_UP = "enrollment.business-made-up";

    private static final JsonMapper JSON = new JsonMapper();

    private BusinessEvents() {}

    /**
     * An opaque id; the same serial is the same person. Every ledger of a JVM hears what is sent to the topics: what is sent
     * is about persons from 20,000 on, what is handed to one ledger about those before.
     */
    public static String person(int serial) {
        int born = 1940 + 4 * (serial / 1_000 % 15);
        SocialNumber number =
                SocialNumber.complete("%d%d0229%03d".formatted(640104 + serial / 15_000, born, serial % 1_000));
        return PersonId.of("a secret of tests", number).value();
    }

    /** February 2020 of a flexible worker of 兴庆区, due on the 25th. */
    public static Map<String, Object> putOff(int serial, String scheme, @Nullable String amount) {
        Map<String, Object> line = line(serial, scheme, amount);
        line.put("dueDate", "2020-02-25");
        line.put("reason", "疫情期间未能缴费");
        line.put("channel", "SYSTEM");
        return line;
    }

    public static Map<String, Object> madeUp(int serial, String scheme, @Nullable String amount, String on) {
        Map<String, Object> line = line(serial, scheme, amount);
        line.put("on", on);
        line.put("reference", "JF-" + serial);
        return line;
    }

    public static String entryOf(int serial) {
        return "FLEXIBLE_WORKER|" + person(serial) + "|CONTRIBUTION|2020-02";
    }

    private static Map<String, Object> line(int serial, String scheme, @Nullable String amount) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("subjectKind", "FLEXIBLE_WORKER");
        line.put("subjectId", person(serial));
        line.put("kind", "CONTRIBUTION");
        line.put("scheme", scheme);
        line.put("month", "2020-02");
        line.put("area", "640104");
        line.put("amount", amount);
        return line;
    }

    /** Held against the schema. */
    public static byte[] bytes(String type, String id, List<Map<String, Object>> lines) {
        Map<String, Object> data = Map.of("lines", lines);
        EventSchemas.assertValid(type.substring(type.indexOf('.') + 1), JSON.valueToTree(data));
        return unchecked(type, id, data);
    }

    static byte[] unchecked(String type, String id, Object data) {
        return JSON.writeValueAsBytes(Map.of(
                "specversion",
                "1.0",
                "id",
                id,
                "source",
                "urn:nxsi:enrollment-service",
                "type",
                type,
                "subject",
                id,
                "time",
                "2020-02-26T01:00:00Z",
                "datacontenttype",
                "application/json",
                "aggregateversion",
                1,
                "data",
                data));
    }

    static ReceivedEvent received(String type, String id, List<Map<String, Object>> lines) {
        return new ReceivedEvent(
                id, id, type, id, 1, Instant.parse("2020-02-26T01:00:00Z"), JSON.valueToTree(Map.of("lines", lines)));
    }
}
