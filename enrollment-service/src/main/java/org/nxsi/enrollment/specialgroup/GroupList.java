package org.nxsi.enrollment.specialgroup;

import java.time.Instant;
import java.time.LocalDate;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.identity.AreaCode;

/**
 * A list that another authority shared. It stands once all its chunks do, and changes nothing until a second person
 * confirms it. Public for the driver only.
 *
 * @param id made of the command that brought it
 * @param source who shared it, and under which reference
 * @param area whose agency took it in
 * @param digest of what was sent: the same command with another list is refused
 * @param confirmedBy the second person; null until then
 * @param openSince from the confirmation until every row has its outcome; null otherwise; real clock
 */
public record GroupList(
        @BsonId String id,
        String source,
        int year,
        AreaCode area,
        String by,
        LocalDate on,
        int rows,
        int chunks,
        String digest,
        @Nullable String confirmedBy,
        @Nullable LocalDate confirmedOn,
        @Nullable Instant openSince) {

    /** Rows of one chunk; its facts fit into one event. */
    static final int CHUNK = 500;

    private static final int DIGITS = 12;

    boolean isConfirmed() {
        return confirmedBy != null;
    }

    boolean isDone() {
        return isConfirmed() && openSince == null;
    }

    /** The name of a chunk, from 1. */
    String chunk(int number) {
        return chunk(id, digest, number);
    }

    /** Of another list under the same command it is another one. */
    static String chunk(String id, String digest, int number) {
        return id + "|" + digest.substring(Math.max(0, digest.length() - DIGITS)) + "|%03d".formatted(number);
    }
}
