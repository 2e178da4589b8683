package org.nxsi.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part that runs as a child of this process, in a session of its own so that a Ctrl-C reaches only the launcher. */
final class PartProcess {

    /** glibc keeps memory of its own for up to eight threads per core; what many threads gave back is then nobody's. */
    private static final String ARENAS = "MALLOC_ARENA_MAX";

    private static final String FEW = "2";
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private final Part part;
    private final Process process;
    private final Path log;
    private final long started_ns = System.nanoTime();

    private PartProcess(Part part, Process process, Path log) {
        this.part = part;
        this.process = process;
        this.log = log;
    }

    /** @throws StackFailure if the program cannot be started or its log not be written */
    static PartProcess start(Part part, Path logs) {
        Path log = logs.resolve(part.name() + ".log");
        try {
            if (Files.exists(log)) {
                Files.move(log, logs.resolve(part.name() + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException failure) {
            throw new StackFailure("cannot put away " + log + ": " + failure.getMessage(), failure);
        }
        return startAgain(part, logs);
    }

    /** As {@link #start}, but its log goes on where the process before it stopped. */
    static PartProcess startAgain(Part part, Path logs) {
        Path log = logs.resolve(part.name() + ".log");
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(SETSID)) {
            command.add(SETSID.toString());
        }
        command.addAll(part.command());
        try {
            Files.createDirectories(logs);
            Files.createDirectories(part.folder());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(part.folder().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            builder.environment().keySet().removeIf(PartProcess::disturbs);
            builder.environment().put(ARENAS, FEW);
            builder.environment().putAll(part.environment());
            return new PartProcess(part, builder.start(), log);
        } catch (IOException failure) {
            throw new StackFailure("cannot start " + part.name() + ": " + failure.getMessage(), failure);
        }
    }

    /** What a shell may hold for other programs and what would change how ours run. */
    private static boolean disturbs(String variable) {
        return variable.startsWith("SPRING_")
                || variable.startsWith("KC_")
                || variable.equals("JAVA_TOOL_OPTIONS")
                || variable.equals("JDK_JAVA_OPTIONS")
                || variable.equals("SERVER_PORT");
    }

    Part part() {
        return part;
    }

    Path log() {
        return log;
    }

    double age_s() {
        return (System.nanoTime() - started_ns) / 1e9;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** kill -9; returns once it has gone. */
    void kill() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }

    /** The exit code, or null while it runs. */
    @Nullable
    Integer exitCode() {
        return process.isAlive() ? null : process.exitValue();
    }

    /** How others find it later. */
    RunningParts.RunningPart running(Path home) {
        StartupCache cache = part.startupCache();
        return new RunningParts.RunningPart(
                part.name(),
                process.pid(),
                JavaProgram.mark(home, part.name()),
                log.toString(),
                part.ports(),
                part.wave(),
                cache.mode() == StartupCache.Mode.MAKE ? cache.file().toString() : "");
    }
}
