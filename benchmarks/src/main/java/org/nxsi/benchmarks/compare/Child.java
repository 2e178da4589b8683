package org.nxsi.benchmarks.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.nxsi.local.month.MonthFailure;

/** A process of the comparison's own. What it prints goes to a log; it ends with the bench at the latest. */
final class Child implements AutoCloseable {

    private static final long GENTLY_S = 10;
    private static final int LOG_LINES = 12;

    private final Process process;
    private final Path log;
    private final Thread hook;

    private Child(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.hook = new Thread(process::destroyForcibly, "kill-" + log.getFileName());
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // what is started now only ends what else there is
        }
    }

    static Child start(List<String> command, Map<String, String> environment, Path log) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(log.resolveSibling("").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // What a shell may hold for other programs and what would change how these run.
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("SPRING_")
                        || name.startsWith("PG")
                        || name.equals("JAVA_TOOL_OPTIONS")
                        || name.equals("JDK_JAVA_OPTIONS"));
        builder.environment().putAll(environment);
        try {
            return new Child(builder.start(), log);
        } catch (IOException failure) {
            throw new MonthFailure("cannot start " + command.getFirst() + ": " + failure.getMessage(), failure);
        }
    }

    /** Runs a program to its good end. @throws MonthFailure with the end of its log if it fails or takes too long */
    static void run(List<String> command, Path log, Duration limit) throws InterruptedException {
        try (Child child = start(command, Map.of(), log)) {
            child.awaitEnd(limit);
        }
    }

    /** @throws MonthFailure with the end of the log unless it ends with 0 in time */
    void awaitEnd(Duration limit) throws InterruptedException {
        if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
            throw new MonthFailure(log + ": not done after " + limit.toSeconds() + " s" + logEnd());
        }
        if (process.exitValue() != 0) {
            throw new MonthFailure(log + ": ended with " + process.exitValue() + logEnd());
        }
    }

    /** @throws MonthFailure if it has ended */
    void requireAlive() {
        if (!process.isAlive()) {
            throw new MonthFailure(log + ": ended with " + process.exitValue() + logEnd());
        }
    }

    private String logEnd() {
        try {
            List<String> lines = Files.readAllLines(log);
            return "\n    " + String.join("\n    ", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
        } catch (IOException unreadable) {
            return "";
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(GENTLY_S, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (InterruptedException hurried) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IllegalStateException shuttingDown) {
            process.destroyForcibly();
        }
    }
}
