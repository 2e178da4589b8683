package org.nxsi.pension.roster;

import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * A piece of an import that one worker applies. Its good rows lie beside it until they are applied. Public for the codec's sake.
 *
 * @param id {@code <import>|<number>}
 * @param rows rows of the file that it covers, good and bad
 * @param badRows how many of them are bad
 * @param bad faults of its bad rows, in the order of the file
 * @param released its work message is on the way, or was
 * @param done applied, or nothing to apply
 */
public record Chunk(
        @BsonId String id,
        int rows,
        int badRows,
        List<RowFault> bad,
        boolean released,
        boolean done,
        int created,
        int updated,
        int unchanged) {

    private static final char SEPARATOR = '|';

    static String idOf(String roster, int number) {
        return roster + SEPARATOR + "%06d".formatted(number);
    }

    /** In front of all chunk ids of an import. */
    static String firstIdOf(String roster) {
        return roster + SEPARATOR;
    }

    /** Behind all chunk ids of an import. */
    static String endOf(String roster) {
        return roster + (char) (SEPARATOR + 1);
    }

    /** As it is born, with nothing to apply if all its rows are bad. */
    static Chunk received(String roster, int number, int rows, int badRows, List<RowFault> bad) {
        return new Chunk(idOf(roster, number), rows, badRows, bad, false, rows == badRows, 0, 0, 0);
    }

    Chunk applied(int nowCreated, int nowUpdated, int nowUnchanged) {
        return new Chunk(id, rows, badRows, bad, released, true, nowCreated, nowUpdated, nowUnchanged);
    }

    String roster() {
        return rosterOf(id);
    }

    static String rosterOf(String id) {
        return id.substring(0, id.indexOf(SEPARATOR));
    }

    static int numberOf(String id) {
        return Integer.parseInt(id.substring(id.indexOf(SEPARATOR) + 1));
    }
}
