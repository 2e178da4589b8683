package org.nxsi.pension.payment;

import java.time.Instant;
import java.time.LocalDate;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.money.Fen;

/**
 * What two people have found out about a batch whose bank stays silent, by the bank's statement.
 *
 * @param id {@code <batch>/<number>}
 * @param number from 1, per batch
 * @param messageId the message that it is about
 * @param report what the statement says, as a report that the bank could have sent; compressed
 * @param proposed by finance
 * @param decided by another person; null while nobody has
 */
public record BatchResolution(
        @BsonId String id,
        String batch,
        int number,
        String messageId,
        Outcome outcome,
        State state,
        Evidence evidence,
        Binary report,
        Step proposed,
        @Nullable Step decided) {

    /** What is taken for true. */
    public enum Outcome {
        /** What the statement shows is paid or returned; what it does not show stays unknown. */
        AS_BOOKED,
        /** Nothing of it was booked up to a later day that is over: the same message goes again under the same id. */
        NEVER_RECEIVED
    }

    /** Where it stands. */
    public enum State {
        PROPOSED,
        CONFIRMED,
        REJECTED
    }

    /**
     * What it rests on.
     *
     * @param origin the statement as fetched from the bank, or its lines as people entered them from paper
     * @param from first day looked at, on which the message was made
     * @param to last day looked at
     * @param entries entries of all payout accounts on those days
     * @param paid of the batch, credited and not come back
     * @param returned of the batch, come back
     * @param digest SM3 of what was found of the batch, hex
     */
    public record Evidence(
            Origin origin,
            LocalDate from,
            LocalDate to,
            long entries,
            int paid,
            Fen paidAmount,
            int returned,
            Fen returnedAmount,
            String digest) {}

    /** Where the evidence comes from. */
    public enum Origin {
        BANK_STATEMENT,
        PAPER
    }

    /** Who, when, and why. */
    public record Step(String by, Instant at, @Nullable String note) {}

    static String idOf(String batch, int number) {
        return batch + "/" + number;
    }
}
