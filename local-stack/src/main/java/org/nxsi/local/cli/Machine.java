package org.nxsi.local.cli;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.nxsi.local.stack.LocalStack;
import org.nxsi.local.stack.RunningParts;
import org.nxsi.local.stack.StackConfig;
import org.nxsi.local.stack.StackFailure;

/** The stack behind a command: one that is up already, or one of the command's own that goes when the command goes. */
final class Machine implements AutoCloseable {

    private static final long WATCH_MS = 1_000;

    private final StackConfig config;
    private @Nullable LocalStack own;
    private double startSeconds;

    Machine(StackConfig config) {
        this.config = config;
    }

    /** The detached stack of this home folder, if all of it runs. */
    static Optional<RunningParts> detachedStack(StackConfig config) {
        return RunningParts.read(config.home()).filter(RunningParts::detached).filter(RunningParts::isUp);
    }

    /** Takes the stack that is up, or starts one and sees to it that it ends with this process. */
    void start(Terminal terminal, Map<String, String> environment) {
        Optional<RunningParts> up = detachedStack(config);
        if (up.isPresent()) {
            if (up.get().portBase() != config.portBase()) {
                throw new StackFailure("the stack that is up uses port base "
                        + up.get().portBase() + ": set NXSI_PORT_BASE to it, or ./run down first");
            }
            startSeconds = up.get().startSeconds();
            terminal.line("using the stack that is up already (./run status)");
            return;
        }
        terminal.line("starting every part (logs in " + config.logs() + ")");
        LocalStack stack = LocalStack.prepare(config, terminal);
        own = stack;
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop-the-stack"));
        endWithParent(environment);
        stack.start();
        startSeconds = stack.startSeconds();
        terminal.line("up after %.1f s".formatted(startSeconds));
    }

    /** Whether this command started the stack, so that the stack ends with it. */
    boolean isOwn() {
        return own != null;
    }

    double startSeconds() {
        return startSeconds;
    }

    StackConfig config() {
        return config;
    }

    /** @throws StackFailure when a part has died */
    void requireAlive() {
        LocalStack stack = own;
        if (stack != null) {
            stack.requireAlive();
        } else if (detachedStack(config).isEmpty()) {
            throw new StackFailure("a part of the stack has died: ./run status says which");
        }
    }

    /** Leaves an own stack running; it is nobody's from then on. */
    void detach() {
        LocalStack stack = own;
        if (stack != null) {
            stack.detach();
            own = null;
        }
    }

    /** Waits for Ctrl-C, watching the parts. */
    void stayUp() throws InterruptedException {
        while (own != null) {
            requireAlive();
            Thread.sleep(WATCH_MS);
        }
    }

    @Override
    public void close() {
        LocalStack stack = own;
        if (stack != null) {
            stack.close();
        }
    }

    /** The shell script that started this may be killed; then this ends, and with it every part. */
    private static void endWithParent(Map<String, String> environment) {
        String parent = environment.getOrDefault("NXSI_RUN_PID", "");
        if (parent.isEmpty()) {
            return;
        }
        LongConsumer wait = pid -> {
            while (ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)) {
                try {
                    TimeUnit.MILLISECONDS.sleep(WATCH_MS);
                } catch (InterruptedException stopped) {
                    return;
                }
            }
            System.exit(1);
        };
        Thread.ofPlatform().daemon().name("parent").start(() -> wait.accept(Long.parseLong(parent)));
    }
}
