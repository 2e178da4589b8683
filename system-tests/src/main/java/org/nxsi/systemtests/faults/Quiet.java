package org.nxsi.systemtests.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.nxsi.local.stack.ServiceName;
import org.nxsi.local.stack.StackAddresses;

/** Waits until nothing moves any more: no event waits in a document or on a topic, no bank owes a report. */
final class Quiet {

    private static final Duration LIMIT = Duration.ofSeconds(100);
    private static final long LOOK_MS = 500;
    private static final String OLDEST = "nxsi_outbox_oldest_seconds";

    private final StackAddresses addresses;
    private final PatientCalls calls;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    Quiet(StackAddresses addresses, PatientCalls calls) {
        this.addresses = addresses;
        this.calls = calls;
    }

    /** @throws RoundFailure naming what still moves when the limit is over */
    void await() throws InterruptedException {
        long end_ns = System.nanoTime() + LIMIT.toNanos();
        List<String> restless = restless();
        while (!restless.isEmpty()) {
            if (System.nanoTime() > end_ns) {
                throw new RoundFailure("not quiet within " + LIMIT.toSeconds() + " s: " + restless);
            }
            Thread.sleep(LOOK_MS);
            restless = restless();
        }
    }

    private List<String> restless() throws InterruptedException {
        List<String> restless = new ArrayList<>();
        long owed =
                calls.partners("/oracle/callbacks").orFail("asking the banks").number("owed");
        if (owed > 0) {
            restless.add("the banks owe " + owed + " reports");
        }
        for (ServiceName service : ServiceName.values()) {
            double oldest_s = oldestEvent_s(service);
            if (oldest_s != 0) {
                restless.add("an event of " + service.module() + " has waited for " + oldest_s + " s");
            }
        }
        if (restless.isEmpty()) {
            lag().forEach((group, lag) -> restless.add(group + " has " + lag + " events to read"));
        }
        return restless;
    }

    /** By the service's own figures; not a number while it does not answer. */
    private double oldestEvent_s(ServiceName service) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(addresses.service(service, 1) + "/actuator/prometheus"))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            HttpResponse<String> figures = http.send(request, HttpResponse.BodyHandlers.ofString());
            return figures.body()
                    .lines()
                    .filter(line -> line.startsWith(OLDEST))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .findFirst()
                    .orElse(0);
        } catch (IOException silent) {
            return Double.NaN;
        }
    }

    /** What the consumer groups have not read, of the topics that they read. */
    private Map<String, Long> lag() throws InterruptedException {
        Properties settings = new Properties();
        settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, addresses.kafka());
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 20_000);
        Map<String, Long> lag = new HashMap<>();
        try (Admin admin = Admin.create(settings)) {
            Map<String, Map<TopicPartition, OffsetAndMetadata>> read = new HashMap<>();
            for (var group : admin.listGroups().all().get()) {
                String id = group.groupId();
                read.put(
                        id,
                        admin.listConsumerGroupOffsets(id)
                                .partitionsToOffsetAndMetadata()
                                .get());
            }
            for (var group : read.entrySet()) {
                Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
                group.getValue().keySet().forEach(partition -> wanted.put(partition, OffsetSpec.latest()));
                Map<TopicPartition, ListOffsetsResultInfo> ends =
                        admin.listOffsets(wanted).all().get();
                long behind = 0;
                for (var partition : group.getValue().entrySet()) {
                    ListOffsetsResultInfo end = ends.get(partition.getKey());
                    behind += end == null
                            ? 0
                            : end.offset() - partition.getValue().offset();
                }
                if (behind > 0) {
                    lag.put(group.getKey(), behind);
                }
            }
        } catch (ExecutionException failed) {
            lag.put("the broker does not say what", 1L);
        }
        return lag;
    }
}
