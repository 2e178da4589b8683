package org.nxsi.enrollment.medical;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import jakarta.annotation.PreDestroy;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.nxsi.platform.identity.PersonId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/**
 * Asks the medical-insurance bureau, and never waits long for it: within a time limit, a few at once, not at all for a while
 * after it has stopped answering. Whoever asks goes on without it.
 */
public class MedicalInsurance {

    private static final Logger log = LoggerFactory.getLogger(MedicalInsurance.class);
    private static final int MOST_BYTES = 64 << 10;
    private static final int WINDOW = 10;
    private static final int HALF = 50;

    private final RestClient http;
    private final MedicalSettings settings;
    private final CircuitBreaker circuit;
    private final Bulkhead bulkhead;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicBoolean silent = new AtomicBoolean();

    MedicalInsurance(MedicalSettings settings) {
        this.settings = settings;
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(settings.connect()).build());
        requests.setReadTimeout(settings.limit());
        this.http = RestClient.builder()
                .baseUrl(settings.uri().toString())
                .requestFactory(requests)
                .build();
        this.circuit = CircuitBreaker.of(
                "medical",
                CircuitBreakerConfig.custom()
                        .slidingWindowType(SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(WINDOW)
                        .minimumNumberOfCalls(WINDOW / 2)
                        .failureRateThreshold(HALF)
                        .waitDurationInOpenState(settings.open())
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .build());
        this.bulkhead = Bulkhead.of(
                "medical",
                BulkheadConfig.custom()
                        .maxConcurrentCalls(settings.atOnce())
                        .maxWaitDuration(Duration.ZERO)
                        .build());
    }

    /** Never fails: what cannot be told now is answered as such. */
    public MedicalAnswer of(PersonId person) {
        try {
            MedicalAnswer answer = bulkhead.executeSupplier(() -> circuit.executeSupplier(() -> withinLimit(person)));
            if (silent.getAndSet(false)) {
                log.info("the medical-insurance bureau answers again");
            }
            return answer;
        } catch (CallNotPermittedException | BulkheadFullException leftAlone) {
            return MedicalAnswer.notNow();
        } catch (MedicalSilent notAnswered) {
            if (!silent.getAndSet(true)) {
                log.warn("the medical-insurance bureau does not answer: {}", notAnswered.getMessage());
            }
            return MedicalAnswer.notNow();
        }
    }

    /** A trickle of bytes is no answer either: the limit is for all of it. */
    private MedicalAnswer withinLimit(PersonId person) {
        Future<MedicalAnswer> asked = threads.submit(() -> ask(person));
        try {
            return asked.get(settings.limit().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new MedicalSilent("not within " + settings.limit(), late);
        } catch (ExecutionException failed) {
            throw new MedicalSilent(String.valueOf(failed.getCause()), failed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MedicalSilent("interrupted", e);
        } finally {
            asked.cancel(true);
        }
    }

    private MedicalAnswer ask(PersonId person) {
        byte[] body = http.get()
                .uri("/medical/v1/persons/{person}/relations", person.value())
                .exchange((request, response) -> {
                    if (response.getStatusCode().value() != 200) {
                        throw new MedicalSilent(
                                "status " + response.getStatusCode().value(), null);
                    }
                    return response.getBody().readNBytes(MOST_BYTES + 1);
                });
        if (body == null || body.length > MOST_BYTES) {
            throw new MedicalSilent("longer than " + MOST_BYTES + " bytes", null);
        }
        return MedicalReply.read(body);
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
