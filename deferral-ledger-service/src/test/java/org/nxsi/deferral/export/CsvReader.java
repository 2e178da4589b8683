package org.nxsi.deferral.export;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads RFC 4180 strictly, one row after the other; line breaks may stand in quotes. */
final class CsvReader {

    private final BufferedReader in;

    CsvReader(Reader in) {
        this.in = new BufferedReader(in);
    }

    /** Null at the end. */
    @Nullable
    List<String> row() throws IOException {
        int next = in.read();
        if (next < 0) {
            return null;
        }
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        while (true) {
            if (next == '"') {
                next = quoted(cell);
            } else {
                while (next >= 0 && next != ',' && next != '\r') {
                    if (next == '"' || next == '\n') {
                        throw new IOException("quotes or a line feed in a plain cell");
                    }
                    cell.append((char) next);
                    next = in.read();
                }
            }
            cells.add(cell.toString());
            cell.setLength(0);
            if (next == ',') {
                next = in.read();
            } else if (next == '\r' && in.read() == '\n') {
                return cells;
            } else {
                throw new IOException("a row ends with CR LF");
            }
        }
    }

    /** @return what follows the closing quotes */
    private int quoted(StringBuilder cell) throws IOException {
        while (true) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("quotes are never closed");
            }
            if (next != '"') {
                cell.append((char) next);
                continue;
            }
            int after = in.read();
            if (after != '"') {
                return after;
            }
            cell.append('"');
        }
    }
}
