package org.nxsi.enrollment.batch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.putoff.Channel;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.platform.identity.AreaCode;

/**
 * A list of rows. It stands as soon as all its chunks do, so that it is carried out whole or was never there. Public for the
 * driver only, which reads its components.
 *
 * @param id made of the command that brought it
 * @param of whose rows they are
 * @param area where the payer's file lies
 * @param by the person who sent it
 * @param staff whether that is a clerk, not the payer
 * @param on business date
 * @param digest of what was sent: the same command with another list is refused
 * @param openSince null once every row has its outcome, as are the lease's fields
 */
public record Batch(
        @BsonId String id,
        Payer of,
        AreaCode area,
        String by,
        boolean staff,
        Channel channel,
        LocalDate on,
        Instant receivedAt,
        int rows,
        int chunks,
        String digest,
        int done,
        int alreadySo,
        int refused,
        @Nullable Instant openSince,
        @Nullable String leasedBy,
        @Nullable Instant leasedUntil) {

    /** A list as it comes in. */
    public static Batch received(
            String id,
            Payer of,
            AreaCode area,
            String by,
            boolean staff,
            Channel channel,
            LocalDate on,
            int rows,
            int chunks,
            String digest,
            Instant receivedAt) {
        Instant now = receivedAt.truncatedTo(ChronoUnit.MILLIS);
        return new Batch(id, of, area, by, staff, channel, on, now, rows, chunks, digest, 0, 0, 0, now, null, null);
    }

    /** Whether every row has its outcome. */
    public boolean isDone() {
        return openSince == null;
    }

    /** The name of a chunk, from 1; of another list under the same command another one. */
    public String chunk(int number) {
        return chunkOf(id, digest, number);
    }

    public static String chunkOf(String batch, String digest, int number) {
        return batch + "|" + digest.substring(0, Math.min(12, digest.length())) + "|%03d".formatted(number);
    }
}
