package org.nxsi.platform.boot;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;

/**
 * Starts a service, again and again where store or broker fail it just then: after a power cut all start at once, and a
 * service that gave up because the store was a second late would need somebody to come and start it.
 */
public final class PatientStart {

    private static final Logger log = LoggerFactory.getLogger(PatientStart.class);
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private PatientStart() {}

    /**
     * Starts the service.
     *
     * @throws RuntimeException if something else fails it, or store and broker are away for ten minutes
     */
    public static void run(Class<?> service, String[] arguments) {
        until(() -> SpringApplication.run(service, arguments), LIMIT, PAUSE);
    }

    static <T> T until(Supplier<T> start, Duration limit, Duration pause) {
        long end_ns = System.nanoTime() + limit.toNanos();
        while (true) {
            try {
                return start.get();
            } catch (RuntimeException failed) {
                if (!isPassing(failed) || System.nanoTime() > end_ns) {
                    throw failed;
                }
                log.warn("store or broker do not answer yet, starting again: {}", failed.toString());
                pause(pause, failed);
            }
        }
    }

    private static void pause(Duration pause, RuntimeException failed) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw failed;
        }
    }

    private static boolean isPassing(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof MongoException || cause instanceof KafkaException) {
                return true;
            }
        }
        return false;
    }
}
