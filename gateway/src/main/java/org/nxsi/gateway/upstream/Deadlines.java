package org.nxsi.gateway.upstream;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.jspecify.annotations.Nullable;

/** Cuts the connection of a request whose time is up, in whatever phase it is: connecting, sending, waiting, receiving. */
final class Deadlines implements AutoCloseable {

    private final ScheduledThreadPoolExecutor timer;

    Deadlines() {
        timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("deadlines").daemon().factory());
        timer.setRemoveOnCancelPolicy(true);
    }

    Deadline start(HttpUriRequestBase call, long limit_ms) {
        Deadline deadline = new Deadline(call);
        deadline.alarm = timer.schedule(deadline::pass, limit_ms, TimeUnit.MILLISECONDS);
        return deadline;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** One request's deadline; closing it in time keeps the connection. */
    static final class Deadline implements AutoCloseable {

        private final HttpUriRequestBase call;
        private volatile boolean passed;
        private @Nullable Future<?> alarm;

        private Deadline(HttpUriRequestBase call) {
            this.call = call;
        }

        boolean hasPassed() {
            return passed;
        }

        private void pass() {
            passed = true;
            call.cancel();
        }

        @Override
        public void close() {
            if (alarm != null) {
                alarm.cancel(false);
            }
        }
    }
}
