package org.nxsi.pension.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AwaitedWordsTest {

    private static final Duration LONG = Duration.ofMinutes(10);

    @Test
    void the_next_batch_goes_when_the_word_of_an_earlier_one_is_there() throws InterruptedException {
        AwaitedWords awaited = awaited(2, LONG);
        awaited.await("102", "one");
        awaited.await("102", "two");
        CountDownLatch gone = inTheBackground(awaited, "102", "three");
        assertThat(gone.await(200, TimeUnit.MILLISECONDS)).isFalse();

        awaited.heard("102", "another");
        assertThat(gone.await(100, TimeUnit.MILLISECONDS)).isFalse();
        awaited.heard("102", "two");

        assertThat(gone.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void another_bank_is_not_waited_for() throws InterruptedException {
        AwaitedWords awaited = awaited(1, LONG);
        awaited.await("102", "one");

        assertThat(inTheBackground(awaited, "103", "two").await(10, TimeUnit.SECONDS))
                .isTrue();
    }

    @Test
    void a_bank_that_does_not_answer_soon_is_not_waited_for() throws InterruptedException {
        AwaitedWords awaited = awaited(1, Duration.ofMillis(50));
        awaited.await("102", "one");

        assertThat(inTheBackground(awaited, "102", "two").await(10, TimeUnit.SECONDS))
                .isTrue();
        assertThat(inTheBackground(awaited, "102", "three").await(10, TimeUnit.SECONDS))
                .isTrue();
    }

    private static CountDownLatch inTheBackground(AwaitedWords awaited, String bank, String batch) {
        CountDownLatch gone = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> {
            awaited.await(bank, batch);
            gone.countDown();
        });
        return gone;
    }

    private static AwaitedWords awaited(int most, Duration patience) {
        return new AwaitedWords(new PaymentSettings(LONG, LONG, LONG, 1, 1, 1, 1, most, patience, LONG, 1));
    }
}
