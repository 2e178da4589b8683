package org.nxsi.local.stack;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The end of a log, for the message about a part that died. */
final class LogTail {

    private static final int MOST_BYTES = 16 * 1024;
    private static final int MOST_COLUMNS = 300;

    private LogTail() {}

    /** The last lines that say something, oldest first; empty when there is no log. */
    static List<String> of(Path log, int lines) {
        List<String> all = end(log).lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.length() > MOST_COLUMNS ? line.substring(0, MOST_COLUMNS) + "…" : line)
                .toList();
        return all.subList(Math.max(0, all.size() - lines), all.size());
    }

    private static String end(Path log) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            int size = (int) Math.min(MOST_BYTES, file.length());
            byte[] bytes = new byte[size];
            file.seek(file.length() - size);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "";
        }
    }
}
