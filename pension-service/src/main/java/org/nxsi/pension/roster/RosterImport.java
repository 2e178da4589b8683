package org.nxsi.pension.roster;

import java.util.Date;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * One import of a roster. Public for the codec's sake.
 *
 * @param id derived from the command, so that its repetition finds it
 * @param attempt which upload under this id is at work
 * @param agency area code of the staff who imported it
 * @param by who imported it
 * @param leaseUntil an upload that is silent beyond this is given up
 * @param startedAt when the upload began, real clock
 * @param received what the upload brought; null until all of it is here
 * @param totals what came of it; null until all chunks are done
 */
public record RosterImport(
        @BsonId String id,
        State state,
        String attempt,
        String agency,
        String by,
        Date startedAt,
        Date leaseUntil,
        @Nullable Received received,
        @Nullable Totals totals) {

    public enum State {
        /** The file is being read; nothing of it is applied. */
        RECEIVING,

        /** All of it is here; its chunks are being applied. */
        APPLYING,

        /** Every chunk is applied. */
        DONE,

        /** The upload was refused or broke off; what it left is being removed. For callers there is no such import. */
        FAILED
    }

    /**
     * What was received.
     *
     * @param sha256 digest of the file, to tell a repetition from another file under the same key
     * @param rows good and bad ones
     * @param warnings rows whose account looks unusual
     */
    public record Received(
            String sha256, RosterEncoding encoding, long bytes, int rows, int bad, int warnings, int chunks) {}

    /** Sums over the chunk documents. */
    public record Totals(int created, int updated, int unchanged, int chunksDone) {

        static final Totals NONE = new Totals(0, 0, 0, 0);

        Totals plus(Chunk chunk) {
            return new Totals(
                    created + chunk.created(),
                    updated + chunk.updated(),
                    unchanged + chunk.unchanged(),
                    chunksDone + (chunk.done() ? 1 : 0));
        }
    }
}
