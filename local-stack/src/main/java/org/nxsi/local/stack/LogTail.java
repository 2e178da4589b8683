package org.nxsi.local.stack;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The end of a log, for the message about a part that died. */
final class LogTail {

    private static final int MOST_BYTES = 16 * 1024;
    private static final int MOST_COLUMNS = 300;

    /** What the JVM says while it writes a start-up cache, which it does even when the program has failed. */
    private static final Pattern START_UP_CACHE =
            Pattern.compile("AOTCache|AOTConfiguration|assemble AOT|JAVA_TOOL_OPTIONS|\\[(aot|cds)");

    private LogTail() {}

    /** The last lines that say something, oldest first; empty when there is no log. */
    static List<String> of(Path log, int lines) {
        List<String> all = end(log).lines()
                .filter(line -> !line.isBlank() && !START_UP_CACHE.matcher(line).find())
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
