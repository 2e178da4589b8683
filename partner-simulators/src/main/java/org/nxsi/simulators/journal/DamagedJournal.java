package org.nxsi.simulators.journal;

import java.io.IOException;
import java.nio.file.Path;

/** A journal has a line that is not what was written, with later lines behind it: no crash does that. */
public final class DamagedJournal extends IOException {

    private static final long serialVersionUID = 1L;

    DamagedJournal(Path file, long position) {
        super("damaged line at byte " + position + " of " + file);
    }
}
