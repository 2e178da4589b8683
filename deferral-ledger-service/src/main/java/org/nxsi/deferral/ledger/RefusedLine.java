package org.nxsi.deferral.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A line that cannot stand in the ledger, for people to look at. Public for the codec's sake.
 *
 * @param id made of event and line
 * @param text the line as it came
 * @param at time of the event
 * @param takenBy person who had it taken after all; null while it stands here
 */
public record RefusedLine(
        @BsonId String id,
        String event,
        String type,
        int line,
        String text,
        String code,
        String field,
        String detail,
        @Nullable String clause,
        Instant at,
        @Nullable String takenBy) {

    private static final int ID_LENGTH = 24;

    static RefusedLine of(String event, String type, int line, String text, Refusal refusal, Instant at) {
        return new RefusedLine(
                idOf(event, line),
                event,
                type,
                line,
                text,
                refusal.code(),
                refusal.field(),
                refusal.detail(),
                refusal.clause(),
                at,
                null);
    }

    /** Fit for addresses, which an event's id need not be. */
    private static String idOf(String event, int line) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest((event + "#" + line).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, ID_LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
