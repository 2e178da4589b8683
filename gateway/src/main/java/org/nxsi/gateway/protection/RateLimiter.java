package org.nxsi.gateway.protection;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.nxsi.gateway.protection.ProtectionSettings.Rate;

/**
 * Lets each caller through at a steady rate with bursts (the generic cell rate algorithm: one number per caller, the
 * time at which an even flow would have used up what the caller took). Callers at rest are forgotten without any loss,
 * so that the memory is bounded; should even the busy ones be too many, new ones are let through unremembered.
 */
final class RateLimiter {

    private final long interval_ns;
    private final long tolerance_ns;
    private final int remembered;
    private final LongSupplier clock_ns;
    private final ConcurrentHashMap<String, Long> usedUpTo_ns = new ConcurrentHashMap<>();
    private final AtomicBoolean forgetting = new AtomicBoolean();

    RateLimiter(Rate rate, int remembered, LongSupplier clock_ns) {
        this.interval_ns = TimeUnit.SECONDS.toNanos(1) / rate.perSecond();
        this.tolerance_ns = interval_ns * (rate.burst() - 1L);
        this.remembered = remembered;
        this.clock_ns = clock_ns;
    }

    /**
     * Lets the caller pass, or tells when it may.
     *
     * @return 0 if the caller may pass, else the nanoseconds after which the next request will
     */
    long tryPass(String caller) {
        long now_ns = clock_ns.getAsLong();
        if (usedUpTo_ns.size() >= remembered && !usedUpTo_ns.containsKey(caller)) {
            forgetResting(now_ns);
            if (usedUpTo_ns.size() >= remembered) {
                return 0;
            }
        }
        long[] wait_ns = {0};
        usedUpTo_ns.compute(caller, (name, before) -> {
            long usedUp_ns = before == null || before - now_ns < 0 ? now_ns : before;
            wait_ns[0] = Math.max(0, usedUp_ns - tolerance_ns - now_ns);
            return wait_ns[0] > 0 ? before : Long.valueOf(usedUp_ns + interval_ns);
        });
        return wait_ns[0];
    }

    int remembered() {
        return usedUpTo_ns.size();
    }

    private void forgetResting(long now_ns) {
        if (forgetting.compareAndSet(false, true)) {
            try {
                usedUpTo_ns.values().removeIf(usedUp_ns -> usedUp_ns - now_ns <= 0);
            } finally {
                forgetting.set(false);
            }
        }
    }
}
