package org.nxsi.deferral.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** RFC 4180 in UTF-8; the byte order mark in front tells Excel that it is UTF-8. */
final class CsvRows implements RowWriter {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String NEEDS_QUOTES = ",\"\n";
    private static final String LINE_END = "\r\n";

    private final Writer out;

    CsvRows(OutputStream out) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.out.write(BYTE_ORDER_MARK);
    }

    @Override
    public void row(List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            cell(CellText.of(cells.get(i)));
        }
        out.write(LINE_END);
    }

    @Override
    public void finish() throws IOException {
        out.flush();
    }

    private void cell(String text) throws IOException {
        boolean plain = text.chars().noneMatch(character -> NEEDS_QUOTES.indexOf(character) >= 0);
        out.write(plain ? text : "\"" + text.replace("\"", "\"\"") + "\"");
    }
}
