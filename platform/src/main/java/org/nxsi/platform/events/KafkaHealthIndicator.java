package org.nxsi.platform.events;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Readiness asks whether the brokers answer. */
final class KafkaHealthIndicator implements HealthIndicator, AutoCloseable {

    private static final int LIMIT_MS = 3_000;

    private final Admin admin;

    KafkaHealthIndicator(String bootstrap) {
        this.admin = Admin.create(Map.of(
                "bootstrap.servers", bootstrap, "default.api.timeout.ms", LIMIT_MS, "request.timeout.ms", LIMIT_MS));
    }

    @Override
    public Health health() {
        try {
            int brokers = admin.describeCluster(new DescribeClusterOptions().timeoutMs(LIMIT_MS))
                    .nodes()
                    .get(LIMIT_MS, TimeUnit.MILLISECONDS)
                    .size();
            return Health.up().withDetail("brokers", brokers).build();
        } catch (ExecutionException | TimeoutException silent) {
            return Health.down(silent).build();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Health.down(interrupted).build();
        }
    }

    @Override
    public void close() {
        admin.close(java.time.Duration.ofSeconds(1));
    }
}
