package org.nxsi.gateway.protection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.nxsi.gateway.protection.ProtectionSettings.Rate;

class RateLimiterTest {

    private final AtomicLong now_ns = new AtomicLong(Long.MAX_VALUE - 5); // nanoTime may wrap around

    @Property(tries = 200)
    void never_more_than_the_burst_and_what_the_time_allows(
            @ForAll @IntRange(min = 1, max = 500) int perSecond,
            @ForAll @IntRange(min = 1, max = 50) int burst,
            @ForAll @IntRange(min = 0, max = 3_000) int elapsed_ms) {
        AtomicLong clock_ns = new AtomicLong(Long.MAX_VALUE - 5);
        RateLimiter limiter = new RateLimiter(new Rate(perSecond, burst), 10, clock_ns::get);
        long passed = 0;
        for (int ms = 0; ms <= elapsed_ms; ms += 10) {
            passed += IntStream.range(0, 20)
                    .filter(i -> limiter.tryPass("a") == 0)
                    .count();
            clock_ns.addAndGet(TimeUnit.MILLISECONDS.toNanos(10));
        }
        long allowed = burst + (long) perSecond * (elapsed_ms / 10 * 10L) / 1_000 + 1;
        assertThat(passed).isLessThanOrEqualTo(allowed);
        assertThat(passed).isGreaterThanOrEqualTo(Math.min(burst, 20));
    }

    @Property(tries = 200)
    void who_waits_as_told_passes(
            @ForAll @IntRange(min = 1, max = 500) int perSecond, @ForAll @IntRange(min = 1, max = 50) int burst) {
        AtomicLong clock_ns = new AtomicLong();
        RateLimiter limiter = new RateLimiter(new Rate(perSecond, burst), 10, clock_ns::get);
        long wait_ns = 0;
        while (wait_ns == 0) {
            wait_ns = limiter.tryPass("a");
        }
        assertThat(limiter.tryPass("a")).isEqualTo(wait_ns);
        clock_ns.addAndGet(wait_ns);
        assertThat(limiter.tryPass("a")).isZero();
    }

    @Test
    void callers_do_not_use_up_each_others_rate() {
        RateLimiter limiter = new RateLimiter(new Rate(1, 1), 10, now_ns::get);
        assertThat(limiter.tryPass("a")).isZero();
        assertThat(limiter.tryPass("a")).isPositive();
        assertThat(limiter.tryPass("b")).isZero();
    }

    @Test
    void callers_at_rest_are_forgotten_and_the_memory_stays_bounded() {
        RateLimiter limiter = new RateLimiter(new Rate(10, 1), 100, now_ns::get);
        for (int i = 0; i < 10_000; i++) {
            assertThat(limiter.tryPass("caller-" + i)).isZero();
            now_ns.addAndGet(TimeUnit.MILLISECONDS.toNanos(5));
            assertThat(limiter.remembered()).isLessThanOrEqualTo(100);
        }
    }

    @Test
    void too_many_busy_callers_are_let_through_rather_than_locked_out() {
        RateLimiter limiter = new RateLimiter(new Rate(1, 1), 2, now_ns::get);
        limiter.tryPass("a");
        limiter.tryPass("b");
        assertThat(limiter.tryPass("c")).isZero();
        assertThat(limiter.tryPass("a")).isPositive();
        assertThat(limiter.remembered()).isEqualTo(2);
    }
}
