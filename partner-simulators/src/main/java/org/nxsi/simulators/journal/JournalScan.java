package org.nxsi.simulators.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.nxsi.simulators.journal.Journal.Place;

/** One walk over a journal from its beginning, in a buffer that grows to the longest line at most. */
final class JournalScan {

    private static final int BUFFER_BYTES = 1024 * 1024;
    private static final int MAX_BUFFER_BYTES = Journal.MAX_LINE_BYTES + BUFFER_BYTES;

    private final Path path;
    private final FileChannel file;
    private byte[] buffer = new byte[BUFFER_BYTES];
    private int filled;
    private long base;

    JournalScan(Path path, FileChannel file) {
        this.path = path;
        this.file = file;
    }

    /** Replays every line and says where the last intact one ends. */
    long run(Journal.Replay replay) throws IOException {
        while (fill()) {
            int consumed = lines(replay);
            base += consumed;
            filled -= consumed;
            System.arraycopy(buffer, consumed, buffer, 0, filled);
        }
        return base;
    }

    private int lines(Journal.Replay replay) throws IOException {
        int start = 0;
        int lineEnd = lineEnd(start);
        while (lineEnd >= 0) {
            if (!JournalLine.isIntact(buffer, start, lineEnd)) {
                throw new DamagedJournal(path, base + start);
            }
            int text = start + JournalLine.CHECKSUM_BYTES;
            replay.line(
                    new Place(base + text, lineEnd - text),
                    new String(buffer, text, lineEnd - text, StandardCharsets.UTF_8));
            start = lineEnd + 1;
            lineEnd = lineEnd(start);
        }
        return start;
    }

    private int lineEnd(int from) {
        for (int i = from; i < filled; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** Reads on; false when nothing more comes: what is left in the buffer then is a line cut off. */
    private boolean fill() throws IOException {
        if (filled == buffer.length) {
            if (filled >= MAX_BUFFER_BYTES) {
                throw new DamagedJournal(path, base);
            }
            buffer = Arrays.copyOf(buffer, Math.min(MAX_BUFFER_BYTES, filled * 2));
        }
        int read = file.read(ByteBuffer.wrap(buffer, filled, buffer.length - filled), base + filled);
        filled += Math.max(0, read);
        return read > 0;
    }
}
