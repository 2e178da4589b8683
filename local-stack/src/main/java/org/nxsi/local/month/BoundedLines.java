package org.nxsi.local.month;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Lines of a text in bounded memory: a line longer than the limit is passed over as an empty one. */
final class BoundedLines implements Closeable {

    private final Reader reader;
    private final int limit;
    private final StringBuilder line = new StringBuilder();

    /** @param limit longest line in characters */
    BoundedLines(Reader reader, int limit) {
        this.reader = reader;
        this.limit = limit;
    }

    /** The next line without its end, or null after the last. */
    @Nullable
    String next() throws IOException {
        line.setLength(0);
        boolean any = false;
        boolean tooLong = false;
        int character = reader.read();
        while (character >= 0 && character != '\n') {
            any = true;
            tooLong |= line.length() >= limit;
            if (!tooLong && character != '\r') {
                line.append((char) character);
            }
            character = reader.read();
        }
        if (!any && character < 0) {
            return null;
        }
        return tooLong ? "" : line.toString();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
