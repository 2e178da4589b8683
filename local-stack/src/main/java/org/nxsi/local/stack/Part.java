package org.nxsi.local.stack;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One process of the stack, before it runs.
 *
 * @param name as shown and as its log is called
 * @param ports that it listens on
 * @param command program and arguments
 * @param environment what it gets besides the launcher's own
 * @param folder it runs in
 * @param startupCache the start-up cache that it uses or, the first time, leaves behind
 * @param readiness when it counts as up
 * @param wave parts of a lower wave are stopped before those of a higher one
 */
record Part(
        String name,
        List<Integer> ports,
        List<String> command,
        Map<String, String> environment,
        Path folder,
        StartupCache startupCache,
        Readiness readiness,
        int wave) {

    /** The same part with more, or other, environment variables. */
    Part with(Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(variables);
        return new Part(name, ports, command, all, folder, startupCache, readiness, wave);
    }
}
