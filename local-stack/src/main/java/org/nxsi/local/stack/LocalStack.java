package org.nxsi.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.nxsi.local.stack.RunningParts.RunningPart;

/**
 * The whole system on this machine: Kafka, Keycloak, the store, the partners, five services and the gateway, each a process
 * of its own. {@link #start} returns once all are ready; {@link #close} leaves no process behind.
 */
public final class LocalStack implements AutoCloseable {

    private static final long POLL_MS = 250;
    private static final int LOG_LINES = 12;

    private final StackConfig config;
    private final StackListener listener;
    private final List<PartProcess> processes = new ArrayList<>();
    private final Set<String> killed = new HashSet<>();
    private final long started_ns = System.nanoTime();
    private double startSeconds;
    private boolean closed;
    private boolean detached;

    private LocalStack(StackConfig config, StackListener listener) {
        this.config = config;
        this.listener = listener;
    }

    /**
     * Starts everything and waits until it is ready. On any failure what was started is stopped again.
     *
     * @throws StackFailure if something is in the way, a part dies, or is not ready within the limit
     */
    public static LocalStack start(StackConfig config, StackListener listener) {
        LocalStack stack = prepare(config, listener);
        try {
            stack.start();
            return stack;
        } catch (RuntimeException failure) {
            stack.close();
            throw failure;
        }
    }

    /** A stack that is not started yet, so that a shutdown hook can close it while it starts. */
    public static LocalStack prepare(StackConfig config, StackListener listener) {
        return new LocalStack(config, listener);
    }

    /**
     * Starts everything and waits until it is ready. After a failure {@link #close} stops what was started.
     *
     * @throws StackFailure as {@link #start(StackConfig, StackListener)}
     */
    public void start() {
        try {
            clearLeftovers();
            Preflight.checkFolders(config);
            deleteReadyFiles();
            LocalKeys.prepare(config.home().resolve("keys"));
            PartPlan plan = new PartPlan(config, listener);
            List<Part> foundation = plan.foundation();
            List<Part> services = plan.services();
            Preflight.checkPorts(
                    Stream.concat(foundation.stream(), services.stream()).toList());
            List<PartProcess> waiting = new ArrayList<>(launch(foundation));
            await(waiting, List.of(PartPlan.STORE, PartPlan.KAFKA));
            waiting.addAll(launch(services));
            await(
                    waiting,
                    waiting.stream().map(process -> process.part().name()).toList());
            startSeconds = (System.nanoTime() - started_ns) / 1e9;
            remember();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StackFailure("stopped while starting", stopped);
        }
    }

    public StackConfig config() {
        return config;
    }

    public StackAddresses addresses() {
        return config.addresses();
    }

    /** From being told to start to the last readiness, with what is unpacked the first time; 0 before that. */
    public double startSeconds() {
        return startSeconds;
    }

    /**
     * Whether all parts still run that were not killed on purpose.
     *
     * @throws StackFailure naming the first part that has died, with the end of its log
     */
    public synchronized void requireAlive() {
        for (PartProcess process : processes) {
            Integer exitCode = process.exitCode();
            if (exitCode != null && !closed && !killed.contains(process.part().name())) {
                throw new StackFailure(obituary(process, exitCode));
            }
        }
    }

    /** The parts by name, in the order of their start. */
    public synchronized List<String> parts() {
        return processes.stream().map(process -> process.part().name()).toList();
    }

    /**
     * kill -9 of one part, for a test of what becomes of the others; nobody counts it as a death until it is restarted.
     *
     * @throws StackFailure if there is no such part, or it had died before
     */
    public void kill(String part) throws InterruptedException {
        PartProcess process;
        synchronized (this) {
            process = named(part);
            Integer exitCode = process.exitCode();
            if (exitCode != null && !killed.contains(part)) {
                throw new StackFailure(obituary(process, exitCode));
            }
            killed.add(part);
        }
        process.kill();
    }

    /**
     * Starts a part that was killed again, and does not wait: {@link #awaitReady} does.
     *
     * @param environment more, or other, variables than it had; it keeps them for the next time
     */
    public synchronized void restart(String part, Map<String, String> environment) {
        PartProcess before = named(part);
        if (closed || before.isAlive()) {
            throw new StackFailure(part + " cannot be started again: " + (closed ? "all is stopped" : "it runs"));
        }
        if (part.equals(PartPlan.KAFKA)) {
            deleteReadyFiles();
        }
        processes.set(
                processes.indexOf(before), PartProcess.startAgain(before.part().with(environment), config.logs()));
        killed.remove(part);
        remember();
    }

    /**
     * Waits until a part can be used.
     *
     * @return seconds from its last start until now
     * @throws StackFailure if it dies, or is not ready within the limit; a kill ends the wait quietly
     */
    public double awaitReady(String part, Duration limit) throws InterruptedException {
        while (true) {
            PartProcess process;
            synchronized (this) {
                process = named(part);
                Integer exitCode = process.exitCode();
                if (killed.contains(part)) {
                    return process.age_s();
                }
                if (exitCode != null) {
                    throw new StackFailure(obituary(process, exitCode));
                }
            }
            if (process.part().readiness().isReady()) {
                return process.age_s();
            }
            if (process.age_s() > limit.toSeconds()) {
                throw new StackFailure(part + " is not ready after " + limit.toSeconds() + " s; " + logEnd(process));
            }
            Thread.sleep(POLL_MS);
        }
    }

    private PartProcess named(String part) {
        return processes.stream()
                .filter(process -> process.part().name().equals(part))
                .findFirst()
                .orElseThrow(() -> new StackFailure("there is no part " + part));
    }

    /** Leaves the parts running when this process ends; {@code ./run down} stops them. */
    public synchronized void detach() {
        detached = true;
        remember();
    }

    /** Stops every part. Harmless when done twice; does nothing for a detached stack. */
    @Override
    public synchronized void close() {
        if (closed || detached) {
            return;
        }
        closed = true;
        if (processes.isEmpty()) {
            return;
        }
        try {
            Stopping stopping = new Stopping(running(), listener);
            if (startSeconds > 0 && processes.stream().allMatch(PartProcess::isAlive)) {
                stopping.gently();
            } else {
                stopping.withoutCaches();
            }
        } catch (InterruptedException hurried) {
            new Stopping(running(), listener).atOnce();
            Thread.currentThread().interrupt();
        }
        RunningParts.forget(config.home());
    }

    private void clearLeftovers() throws InterruptedException {
        Optional<RunningParts> before = RunningParts.read(config.home());
        if (before.isEmpty() || before.get().alive().isEmpty()) {
            return;
        }
        if (before.get().isWatched() || (before.get().detached() && before.get().isUp())) {
            throw new StackFailure("a stack is already running from " + config.home()
                    + ": use it (./run status), or stop it first (./run down)");
        }
        listener.note("stopping what an earlier launcher left behind");
        new Stopping(before.get(), listener).gently();
    }

    private void deleteReadyFiles() {
        try {
            Files.createDirectories(config.home().resolve("run"));
            Files.deleteIfExists(config.home().resolve("run/kafka.ready"));
        } catch (IOException failure) {
            throw new StackFailure("cannot write to " + config.home() + ": " + failure.getMessage(), failure);
        }
    }

    private synchronized List<PartProcess> launch(List<Part> parts) {
        List<PartProcess> launched = new ArrayList<>();
        for (Part part : parts) {
            if (closed) {
                throw new StackFailure("stopped while starting");
            }
            PartProcess process = PartProcess.start(part, config.logs());
            processes.add(process);
            launched.add(process);
            remember();
        }
        return launched;
    }

    /** Waits until all of {@code names} are ready and takes what is ready off the list. */
    private void await(List<PartProcess> waiting, List<String> names) throws InterruptedException {
        while (waiting.stream()
                .anyMatch(process -> names.contains(process.part().name()))) {
            requireAlive();
            requireStarting();
            for (PartProcess process : List.copyOf(waiting)) {
                if (process.part().readiness().isReady()) {
                    waiting.remove(process);
                    listener.ready(process.part().name(), process.age_s());
                } else if (process.age_s() > config.startLimit().toSeconds()) {
                    throw new StackFailure(process.part().name() + " is not ready after "
                            + config.startLimit().toSeconds() + " s; " + logEnd(process));
                }
            }
            Thread.sleep(POLL_MS);
        }
    }

    private synchronized void requireStarting() {
        if (closed) {
            throw new StackFailure("stopped while starting");
        }
    }

    private static String obituary(PartProcess process, int exitCode) {
        return "%s died (exit %d, %.0f s after its start); %s"
                .formatted(process.part().name(), exitCode, process.age_s(), logEnd(process));
    }

    private static String logEnd(PartProcess process) {
        Path log = process.log();
        List<String> lines = LogTail.of(log, LOG_LINES);
        return lines.isEmpty()
                ? "its log is empty: " + log
                : "the end of its log " + log + ":\n    " + String.join("\n    ", lines);
    }

    private void remember() {
        running().write(config.home());
    }

    private RunningParts running() {
        List<RunningPart> parts = processes.stream()
                .map(process -> process.running(config.home()))
                .toList();
        return new RunningParts(config.portBase(), ProcessHandle.current().pid(), detached, startSeconds, parts);
    }
}
