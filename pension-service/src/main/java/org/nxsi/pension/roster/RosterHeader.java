package org.nxsi.pension.roster;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;

/**
 * The first row of a roster, which decides how the others are read.
 *
 * @param encoding of the whole file
 * @param columns 13, or 14 where the simulated banks' column is there
 */
record RosterHeader(RosterEncoding encoding, int columns) {

    private static final int NEEDED = 13;
    private static final int WITH_BANK_SIDE = 14;

    /**
     * Reads the header in whichever encoding makes it the one that is expected.
     *
     * @param first the first row; null if there is none
     * @throws ProblemException 400 {@code roster-encoding} if it is text in neither encoding, 400 {@code roster-header}
     *     if it is another header
     */
    static RosterHeader of(byte @Nullable [] first) {
        if (first == null) {
            throw otherHeader("the file is empty");
        }
        int from = RosterEncoding.markLength(first);
        boolean isText = false;
        for (RosterEncoding encoding : RosterEncoding.values()) {
            @Nullable String text = encoding.decoder(first.length).decode(first, from, first.length);
            if (text != null) {
                isText = true;
                int columns = columns(text);
                if (columns > 0) {
                    return new RosterHeader(encoding, columns);
                }
            }
        }
        if (!isText) {
            throw Problem.badRequest(
                            "roster-encoding", "header", "the file is neither UTF-8 nor GB 18030; nothing was applied")
                    .exception();
        }
        throw otherHeader("the header is not the one of a roster");
    }

    private static int columns(String text) {
        List<String> cells = CsvCells.split(text);
        if (cells == null || (cells.size() != NEEDED && cells.size() != WITH_BANK_SIDE)) {
            return 0;
        }
        return cells.equals(Column.titles(cells.size())) ? cells.size() : 0;
    }

    private static ProblemException otherHeader(String what) {
        return Problem.badRequest(
                        "roster-header",
                        "header",
                        what + "; expected " + String.join(",", Column.titles(NEEDED)) + " and, if wanted, "
                                + Column.BANK_SIDE.title() + "; nothing was applied")
                .exception();
    }
}
