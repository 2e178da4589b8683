package org.nxsi.local.month;

import java.time.Duration;

/** Asks again until something is so, with a limit that starts anew whenever there is progress. */
final class Waiting {

    private static final long FIRST_PAUSE_MS = 100;
    private static final long LONGEST_PAUSE_MS = 300;

    private final Duration limit;
    private final MonthListener listener;

    Waiting(Duration limit, MonthListener listener) {
        this.limit = limit;
        this.listener = listener;
    }

    interface Question {
        /** How far it has come; negative once it is done. */
        long ask() throws InterruptedException;
    }

    /** @throws MonthFailure when nothing has moved for the limit */
    void until(String what, Question question) throws InterruptedException {
        long moved_ns = System.nanoTime();
        long before = 0;
        long pause_ms = FIRST_PAUSE_MS;
        while (true) {
            long now = question.ask();
            if (now < 0) {
                return;
            }
            if (now != before) {
                before = now;
                moved_ns = System.nanoTime();
            } else if (System.nanoTime() - moved_ns > limit.toNanos()) {
                throw new MonthFailure(what + ": nothing has moved for " + limit.toSeconds() + " s");
            }
            listener.stillWaiting();
            Thread.sleep(pause_ms);
            pause_ms = Math.min(LONGEST_PAUSE_MS, pause_ms + FIRST_PAUSE_MS);
        }
    }
}
