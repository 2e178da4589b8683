package org.nxsi.local.roster;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;

/** Writes a roster as the CSV that the import reads: UTF-8, one line a payee, in bounded memory. */
public final class RosterFile {

    private RosterFile() {}

    /** Writes the whole roster, or leaves an earlier file as it was. */
    public static void write(SampleRoster roster, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        try (BufferedWriter out = Files.newBufferedWriter(unfinished)) {
            writeLine(out, RosterRow.HEADER);
            for (Iterator<RosterRow> rows = roster.iterator(); rows.hasNext(); ) {
                writeLine(out, rows.next().cells());
            }
        }
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void writeLine(BufferedWriter out, Iterable<String> cells) throws IOException {
        out.write(String.join(",", cells));
        out.write('\n');
    }
}
