package org.nxsi.local.cli;

import java.io.PrintStream;
import java.util.Map;

/**
 * Where a command talks to its user.
 *
 * @param out for what the user reads
 * @param moving whether the output is a terminal on which a line can be written over
 */
record Surface(PrintStream out, boolean moving, Map<String, String> environment) {

    Terminal terminal(Runnable watch) {
        return new Terminal(out, moving, watch);
    }
}
