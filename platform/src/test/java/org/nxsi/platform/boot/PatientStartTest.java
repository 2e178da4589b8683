package org.nxsi.platform.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatientStartTest {

    private static final RuntimeException STORE_AWAY =
            new IllegalStateException("no bean", new MongoTimeoutException("nobody there"));

    private final Deque<RuntimeException> failures = new ArrayDeque<>();

    @Test
    void a_start_that_the_store_failed_is_tried_again_until_it_succeeds() {
        failures.addAll(List.of(STORE_AWAY, STORE_AWAY));
        assertThat(PatientStart.until(this::start, Duration.ofMinutes(1), Duration.ZERO))
                .isEqualTo("started");
    }

    @Test
    void what_would_fail_every_time_fails_at_once() {
        RuntimeException wrong = new IllegalArgumentException("wrong setting");
        failures.addAll(List.of(wrong, STORE_AWAY));
        assertThatThrownBy(() -> PatientStart.until(this::start, Duration.ofMinutes(1), Duration.ZERO))
                .isSameAs(wrong);
    }

    @Test
    void patience_has_a_limit() {
        failures.addAll(List.of(STORE_AWAY, STORE_AWAY));
        assertThatThrownBy(() -> PatientStart.until(this::start, Duration.ofNanos(-1), Duration.ZERO))
                .isSameAs(STORE_AWAY);
    }

    private String start() {
        RuntimeException failure = failures.poll();
        if (failure != null) {
            throw failure;
        }
        return "started";
    }
}
