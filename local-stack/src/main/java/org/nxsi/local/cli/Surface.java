package org.nxsi.local.cli;

import java.io.PrintStream;
import java.util.Map;

/**
 * Where a command talks to its user.
 *
 * @param out for what the user reads
 * @param err for what went wrong
 * @param moving whether the output is a terminal on which a line can be written over
 */
record Surface(PrintStream out, PrintStream err, boolean moving, Map<String, String> environment) {

    Terminal terminal(Runnable watch) {
        return new Terminal(out, moving, watch);
    }

    /** One line about what went wrong. */
    void failure(RuntimeException failure) {
        out.flush();
        err.println("nxsi: " + failure.getMessage());
    }
}
