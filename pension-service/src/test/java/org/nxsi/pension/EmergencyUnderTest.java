package org.nxsi.pension;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.nxsi.local.testing.Eventually;
import org.nxsi.local.testing.ServiceUnderTest;
import org.nxsi.platform.emergency.EmergencyPeriods;
import org.nxsi.platform.identity.AreaCode;

/** Declares emergency periods the way the ledger tells them: as the state of a region on their topic. */
public final class EmergencyUnderTest {

    private static final AtomicLong VERSIONS = new AtomicLong();

    private EmergencyUnderTest() {}

    /** A period without a lifting; comes back when the service knows it. */
    public static void declare(String kafka, ServiceUnderTest service, String region, String from) {
        String state =
                "{\"specversion\":\"1.0\",\"type\":\"%s\",\"aggregateversion\":%d,\"data\":{\"region\":\"%s\",\"periods\":[{\"id\":\"EP-%s-1\",\"record\":1,\"from\":\"%s\",\"docNo\":\"示例〔2020〕1号\"}]}}"
                        .formatted(EmergencyPeriods.REGION_STATE, VERSIONS.incrementAndGet(), region, region, from);
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "acks", "all"), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(EmergencyPeriods.TOPIC, region, state.getBytes(StandardCharsets.UTF_8)))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker did not take the period", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        EmergencyPeriods copy = service.part(EmergencyPeriods.class);
        Eventually.that(
                "the service knows the period of " + region,
                () -> copy.inForce(AreaCode.parse(region), LocalDate.parse(from))
                        .isPresent());
    }
}
