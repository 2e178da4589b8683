package org.nxsi.gateway.upstream;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.nxsi.gateway.upstream.UpstreamClient.Call;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/**
 * Calls every instance once as soon as it is up, on its health, so that the first person is not the one who finds both
 * sides cold. In the background: a service that stays away does not keep the gateway from starting.
 */
final class WarmUp implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(WarmUp.class);
    private static final long PERIOD_MS = 2_000;
    private static final long CALL_LIMIT_MS = 10_000;

    private final Services services;
    private final UpstreamClient client;
    private final Duration time;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("warm-up").daemon().factory());

    WarmUp(Services services, UpstreamClient client, Duration time) {
        this.services = services;
        this.client = client;
        this.time = time;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        long end_ns = System.nanoTime() + time.toNanos();
        for (Service service : services.all()) {
            service.instances().forEach(instance -> later(() -> call(service, instance, end_ns), 0));
        }
    }

    private void call(Service service, Instance instance, long end_ns) {
        try (Call call = client.send(new HttpGet("/actuator/health/readiness"), instance.uri(), CALL_LIMIT_MS)) {
            EntityUtils.consume(call.response().getEntity());
            if (call.response().getCode() == 200) {
                call.finish();
                instance.markUp();
                log.info("{} answers at {}", service.name(), instance);
                return;
            }
        } catch (IOException notYet) {
            log.debug("{} at {} does not answer yet: {}", service.name(), instance, notYet.toString());
        }
        if (System.nanoTime() - end_ns < 0) {
            later(() -> call(service, instance, end_ns), PERIOD_MS);
        } else {
            log.warn("{} at {} has not been ready since the gateway started", service.name(), instance);
        }
    }

    private void later(Runnable work, long delay_ms) {
        if (!worker.isShutdown()) {
            var _ = worker.schedule(work, delay_ms, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
