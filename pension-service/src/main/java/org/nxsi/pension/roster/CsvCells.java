package org.nxsi.pension.roster;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of comma-separated values as RFC 4180 writes it, without line breaks inside of cells. */
final class CsvCells {

    private static final int USUAL_COLUMNS = 14;

    private CsvCells() {}

    /** @return null if quotes stand where RFC 4180 has none, or one is never closed */
    static @Nullable List<String> split(String row) {
        List<String> cells = new ArrayList<>(USUAL_COLUMNS);
        int at = 0;
        while (true) {
            int end = at < row.length() && row.charAt(at) == '"' ? endOfQuoted(row, at) : endOfPlain(row, at);
            if (end < 0) {
                return null;
            }
            cells.add(cell(row, at, end));
            if (end == row.length()) {
                return cells;
            }
            at = end + 1;
        }
    }

    private static int endOfPlain(String row, int from) {
        for (int i = from; i < row.length(); i++) {
            char character = row.charAt(i);
            if (character == ',') {
                return i;
            }
            if (character == '"') {
                return -1;
            }
        }
        return row.length();
    }

    private static int endOfQuoted(String row, int from) {
        int i = from + 1;
        while (i < row.length()) {
            if (row.charAt(i) != '"') {
                i++;
            } else if (i + 1 < row.length() && row.charAt(i + 1) == '"') {
                i += 2;
            } else {
                boolean cellEnds = i + 1 == row.length() || row.charAt(i + 1) == ',';
                return cellEnds ? i + 1 : -1;
            }
        }
        return -1;
    }

    private static String cell(String row, int from, int to) {
        boolean quoted = to > from && row.charAt(from) == '"';
        return quoted ? row.substring(from + 1, to - 1).replace("\"\"", "\"") : row.substring(from, to);
    }
}
