package org.nxsi.platform.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nxsi.local.testing.Eventually;
import org.nxsi.local.testing.ServiceUnderTest;
import org.nxsi.local.testing.Surroundings;
import org.nxsi.platform.identity.AreaCode;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.ComponentScan;
import tools.jackson.databind.json.JsonMapper;

class CopyOfPeriodsTest {

    private static Surroundings surroundings;
    private static KafkaProducer<String, byte[]> producer;

    /** A service that does nothing but keep its copy. */
    @SpringBootApplication(proxyBeanMethods = false)
    @ComponentScan(useDefaultFilters = false)
    static class Idle {}

    @BeforeAll
    static void start() {
        surroundings = Surroundings.startApart();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", surroundings.kafka(), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    @AfterAll
    static void stop() {
        producer.close();
        surroundings.close();
    }

    @Test
    void a_service_that_missed_events_while_it_was_down_has_them_before_it_is_ready() throws Exception {
        try (ServiceUnderTest before = service()) {
            tell("640104", 1, "\"from\":\"2020-01-23\"");
            Eventually.that("a running service follows", () -> isInForce(before, "640104", "2021-01-01"));
        }
        for (int day = 1; day <= 28; day++) {
            tell(
                    "640104",
                    1 + day,
                    "\"from\":\"2020-01-23\",\"liftedOn\":\"2020-02-%02d\",\"liftDocNo\":\"示例〔2020〕9号\""
                            .formatted(day));
        }
        tell("640105", 40, "\"from\":\"2020-02-01\"");

        ServiceUnderTest after = service();

        assertThat(isInForce(after, "640104", "2020-02-28")).isTrue();
        assertThat(isInForce(after, "640104", "2020-02-29")).isFalse();
        assertThat(isInForce(after, "640105", "2020-02-29")).isTrue();
    }

    @Test
    void a_broker_that_is_away_is_waited_for_and_nobody_is_told_that_there_is_no_period() throws Exception {
        EmergencyPeriods periods = new EmergencyPeriods();
        AtomicInteger asked = new AtomicInteger();
        Supplier<Consumer<String, byte[]>> awayTwice = () -> {
            if (asked.incrementAndGet() <= 2) {
                throw new KafkaException("the broker is away");
            }
            return consumer();
        };
        service();
        tell("640106", 1, "\"from\":\"2020-01-23\"");
        PeriodsReader reader = new PeriodsReader(periods, awayTwice, () -> {}, new JsonMapper());

        reader.start();
        try {
            assertThatThrownBy(() -> periods.of(AreaCode.NINGXIA)).isInstanceOf(PeriodsNotRead.class);
            assertThat(new PeriodsHealthIndicator(periods).health().getStatus().getCode())
                    .isEqualTo("DOWN");
            Eventually.that("the periods are read after all", periods::isRead);
            assertThat(periods.inForce(AreaCode.parse("640106"), LocalDate.parse("2020-02-01")))
                    .isPresent();
            assertThat(new PeriodsHealthIndicator(periods).health().getStatus().getCode())
                    .isEqualTo("UP");
        } finally {
            reader.stop();
        }
    }

    private static ServiceUnderTest service() {
        return surroundings.service(
                Idle.class,
                "spring.config.import=classpath:platform.yaml",
                "spring.application.name=idle",
                "nxsi.mongodb.database=idle");
    }

    private static boolean isInForce(ServiceUnderTest service, String area, String on) {
        return service.part(EmergencyPeriods.class)
                .inForce(AreaCode.parse(area), LocalDate.parse(on))
                .isPresent();
    }

    private static void tell(String region, long version, String terms) throws Exception {
        String state = "{\"type\":\"emergency.region-state\",\"aggregateversion\":" + version
                + ",\"data\":{\"region\":\"" + region + "\",\"periods\":[{\"id\":\"EP-" + region
                + "-1\",\"record\":1,\"docNo\":\"示例〔2020〕1号\"," + terms + "}]}}";
        producer.send(new ProducerRecord<>(EmergencyPeriods.TOPIC, region, state.getBytes(StandardCharsets.UTF_8)))
                .get();
    }

    private static Consumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", surroundings.kafka(), "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
