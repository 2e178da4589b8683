package org.nxsi.local.cli;

import java.io.PrintStream;
import org.nxsi.local.month.MonthListener;
import org.nxsi.local.stack.StackListener;

/** One line for everything that happens; a bar that moves where the output is a terminal, a line now and then elsewhere. */
final class Terminal implements StackListener, MonthListener {

    private static final int BAR = 30;
    private static final long QUIET_NS = 5_000_000_000L;
    private static final String CLEAR_LINE = "\r\u001B[K";

    private final PrintStream out;
    private final boolean moving;
    private final Runnable watch;
    private String step = "";
    private long drawn_ns;
    private boolean barOpen;

    /**
     * @param moving whether a line can be written over
     * @param watch called while waiting; throws when a part has died
     */
    Terminal(PrintStream out, boolean moving, Runnable watch) {
        this.out = out;
        this.moving = moving;
        this.watch = watch;
    }

    @Override
    public synchronized void note(String text) {
        closeBar();
        out.println("  " + text);
    }

    @Override
    public synchronized void ready(String part, double seconds) {
        closeBar();
        out.printf("  %-26s ready after %5.1f s%n", part, seconds);
    }

    @Override
    public synchronized void progress(String name, long done, long total) {
        boolean changed = !name.equals(step);
        boolean finished = total > 0 && done >= total;
        long now_ns = System.nanoTime();
        if (!moving && !changed && now_ns - drawn_ns < QUIET_NS) {
            return;
        }
        if (changed || !moving) {
            closeBar();
        }
        step = name;
        drawn_ns = now_ns;
        String bar = bar(name, done, total);
        if (moving) {
            out.print(CLEAR_LINE + bar);
            out.flush();
            barOpen = true;
            if (finished) {
                closeBar();
            }
        } else {
            out.println(bar);
        }
    }

    @Override
    public void stillWaiting() {
        watch.run();
    }

    /** A line that stands by itself, for example a headline or an address. */
    synchronized void line(String text) {
        closeBar();
        out.println(text);
    }

    static String bar(String name, long done, long total) {
        if (total <= 0) {
            return "  %-10s …".formatted(name);
        }
        int filled = (int) (BAR * Math.min(done, total) / total);
        return "  %-10s [%s%s] %3d %%  %d of %d"
                .formatted(
                        name,
                        "#".repeat(filled),
                        "-".repeat(BAR - filled),
                        100 * Math.min(done, total) / total,
                        done,
                        total);
    }

    private void closeBar() {
        if (barOpen) {
            out.println();
            barOpen = false;
        }
    }
}
