package org.nxsi.local.testing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** One real broker for all tests of a JVM: it takes seconds to start and is left to end with the JVM. */
public final class TestBroker {

    private static final int PARTITIONS = 6;
    private static final int LIMIT_S = 20;

    private TestBroker() {}

    /** {@code host:port}; starts the broker if this is the first to ask. */
    public static String bootstrap() {
        return Running.BROKER.getBrokersAsString();
    }

    /** Sends raw bytes and waits until the broker has them; null bytes are a tombstone. */
    public static void send(String topic, String key, byte[] value) {
        try {
            Running.PRODUCER.send(new ProducerRecord<>(topic, key, value)).get(LIMIT_S, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the broker did not take a record for " + topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A listener of its own, at the topics' beginning. */
    public static TestListener listen(String... topics) {
        return new TestListener(bootstrap(), List.of(topics));
    }

    private static final class Running {

        static final EmbeddedKafkaKraftBroker BROKER = start();
        static final KafkaProducer<String, byte[]> PRODUCER = new KafkaProducer<>(
                Map.of("bootstrap.servers", BROKER.getBrokersAsString(), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());

        private static EmbeddedKafkaKraftBroker start() {
            EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, PARTITIONS);
            broker.afterPropertiesSet();
            return broker;
        }
    }
}
