package org.nxsi.systemtests.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.nxsi.local.stack.LocalStack;

/** Carries a script out, phase by phase, while the month goes on. */
final class Mischief implements PhaseListener {

    private static final Duration READY_WITHIN = Duration.ofSeconds(120);

    private final Script script;
    private final LocalStack stack;
    private final Relays relays;
    private final Clocks clocks;
    private final Matrix matrix;
    private final Protocol protocol;
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private volatile Phase current = Phase.IMPORT;

    Mischief(Script script, LocalStack stack, Relays relays, Clocks clocks, Matrix matrix, Protocol protocol) {
        this.script = script;
        this.stack = stack;
        this.relays = relays;
        this.clocks = clocks;
        this.matrix = matrix;
        this.protocol = protocol;
    }

    @Override
    public void begins(Phase phase) {
        current = phase;
        protocol.note("-- " + phase);
        for (Mishap mishap : script.mishaps()) {
            if (mishap.phase() == phase) {
                threads.add(Thread.ofVirtual().name(mishap.toString()).start(() -> happen(mishap)));
            }
        }
    }

    /** Waits until all has happened and what was killed is ready again. */
    void end() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** Parts that did not come back, and what else went wrong that was not meant to. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    private void happen(Mishap mishap) {
        try {
            Thread.sleep(mishap.after_ms());
            switch (mishap) {
                case Mishap.Kill kill -> kill(kill);
                case Mishap.Cut cut -> {
                    protocol.note(cut.toString());
                    relays.of(cut.link()).cut();
                }
                case Mishap.Delay delay -> {
                    protocol.note(delay.toString());
                    relays.of(delay.link()).delay(delay.delay_ms());
                    Thread.sleep(delay.lasts_ms());
                    relays.of(delay.link()).delay(0);
                }
                case Mishap.Stall stall -> {
                    protocol.note(stall.toString());
                    relays.of(stall.link()).stall();
                    Thread.sleep(stall.lasts_ms());
                    relays.of(stall.link()).resume();
                }
                case Mishap.FullDisk full -> fill(full);
                case Mishap.ClockMove move -> {
                    protocol.note(move.toString());
                    clocks.move(move.days());
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            failures.add(mishap + ": " + failed.getMessage());
        }
    }

    private void kill(Mishap.Kill kill) throws InterruptedException {
        Phase struck = current;
        stack.kill(kill.part());
        matrix.count(kill.part(), struck);
        protocol.note("kill -9 " + kill.part() + (struck == kill.phase() ? "" : " (already in " + struck + ")"));
        Thread.sleep(kill.down_ms());
        stack.restart(kill.part(), Map.of());
        double seconds = stack.awaitReady(kill.part(), READY_WITHIN);
        protocol.note("%s is ready again, %.1f s after its start".formatted(kill.part(), seconds));
    }

    private void fill(Mishap.FullDisk full) throws InterruptedException {
        Path pretext = stack.config().pretendedFull();
        try {
            protocol.note(full.toString());
            Files.createFile(pretext);
            Thread.sleep(full.lasts_ms());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            deleteIfThere(pretext);
        }
    }

    private static void deleteIfThere(Path pretext) {
        try {
            Files.deleteIfExists(pretext);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
