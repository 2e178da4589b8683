package org.nxsi.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What runs in a home folder, as last written down there: for {@code status}, {@code down}, and whoever comes after a
 * launcher that was killed.
 *
 * @param launcher process id of the launcher, which may have ended since (detached or killed)
 * @param detached whether the parts were left running on purpose
 * @param startSeconds how long it took until all were ready; 0 while starting
 * @param parts in the order of their start
 */
public record RunningParts(
        int portBase, long launcher, boolean detached, double startSeconds, List<RunningPart> parts) {

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * One process.
     *
     * @param mark what its command line contains
     * @param wave parts of a lower wave are stopped before those of a higher one
     * @param cacheInMaking the start-up cache that its end will write, or an empty text
     */
    public record RunningPart(
            String name, long pid, String mark, String log, List<Integer> ports, int wave, String cacheInMaking) {

        public RunningPart {
            ports = List.copyOf(ports);
        }

        StartupCache startupCache() {
            return new StartupCache(
                    Path.of(cacheInMaking), cacheInMaking.isEmpty() ? StartupCache.Mode.OFF : StartupCache.Mode.MAKE);
        }

        /** The process, if it still runs and is still this part: a process id may have been given to another program. */
        public Optional<ProcessHandle> process() {
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::carriesMark);
        }

        private boolean carriesMark(ProcessHandle process) {
            return CommandLine.of(process).contains(mark);
        }
    }

    public RunningParts {
        parts = List.copyOf(parts);
    }

    /** Nothing runs. */
    public static RunningParts none() {
        return new RunningParts(0, 0, false, 0, List.of());
    }

    /** What is written in the home folder, if anything. */
    public static Optional<RunningParts> read(Path home) {
        Path file = file(home);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(file.toFile(), RunningParts.class));
        } catch (JacksonException damaged) {
            throw new StackFailure("cannot read " + file + ": " + damaged.getOriginalMessage(), damaged);
        }
    }

    /** @throws StackFailure if the home folder cannot be written */
    void write(Path home) {
        Path file = file(home);
        Path unfinished = file.resolveSibling("stack.json.new");
        try {
            Files.createDirectories(file.getParent());
            Files.write(unfinished, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new StackFailure("cannot write " + file + ": " + failure.getMessage(), failure);
        }
    }

    /** The parts have ended. */
    public static void forget(Path home) {
        try {
            Files.deleteIfExists(file(home));
        } catch (IOException stays) {
            // the next start finds that none of its processes lives
        }
    }

    /** Those that still run. */
    public List<RunningPart> alive() {
        return parts.stream().filter(part -> part.process().isPresent()).toList();
    }

    /** Whether every part runs and the start had finished. */
    public boolean isUp() {
        return startSeconds > 0 && alive().size() == parts.size();
    }

    /** Whether the process that started them is there to watch and stop them. */
    public boolean isWatched() {
        return !detached
                && ProcessHandle.of(launcher)
                        .filter(ProcessHandle::isAlive)
                        .filter(process -> CommandLine.of(process).contains("org.nxsi.local"))
                        .isPresent();
    }

    private static Path file(Path home) {
        return home.resolve("run").resolve("stack.json");
    }
}
