package org.nxsi.local.month;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WaitingTest {

    @Test
    void waiting_ends_when_it_is_so() throws InterruptedException {
        AtomicInteger asked = new AtomicInteger();

        new Waiting(Duration.ofMinutes(1), MonthListener.SILENT)
                .until("three questions", () -> asked.incrementAndGet() < 3 ? 0 : -1);

        assertThat(asked).hasValue(3);
    }

    @Test
    void standing_still_has_a_limit() {
        Waiting waiting = new Waiting(Duration.ofMillis(1), MonthListener.SILENT);

        assertThatThrownBy(() -> waiting.until("counting the slices", () -> 7))
                .isInstanceOf(MonthFailure.class)
                .hasMessageContaining("counting the slices");
    }

    @Test
    void a_part_that_died_ends_the_wait() {
        MonthListener dead = new MonthListener() {
            @Override
            public void stillWaiting() {
                throw new IllegalStateException("kafka died");
            }
        };

        assertThatThrownBy(() -> new Waiting(Duration.ofMinutes(1), dead).until("anything", () -> 0))
                .hasMessage("kafka died");
    }
}
