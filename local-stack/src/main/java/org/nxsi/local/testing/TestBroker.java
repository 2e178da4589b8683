package org.nxsi.local.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** One real broker for all tests of a JVM: it takes seconds to start and is left to end with the JVM. */
public final class TestBroker {

    static final int PARTITIONS = 6;
    private static final int LIMIT_S = 20;

    private TestBroker() {}

    /** {@code host:port}; starts the broker if this is the first to ask. */
    public static String bootstrap() {
        return Running.BROKER.getBrokersAsString();
    }

    /** Makes topics that no service under test makes. */
    public static void topics(String... names) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap()))) {
            Set<String> present = admin.listTopics().names().get(LIMIT_S, TimeUnit.SECONDS);
            List<NewTopic> missing = Arrays.stream(names)
                    .filter(name -> !present.contains(name))
                    .map(name -> new NewTopic(name, PARTITIONS, (short) 1))
                    .toList();
            admin.createTopics(missing).all().get(LIMIT_S, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the broker made no topics", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
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
            quieten();
            EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, PARTITIONS);
            broker.afterPropertiesSet();
            return broker;
        }

        private static void quieten() {
            for (String talkative : List.of("org.apache.kafka", "kafka", "state.change.logger", "kraft")) {
                if (LoggerFactory.getLogger(talkative) instanceof Logger logger) {
                    logger.setLevel(Level.ERROR);
                }
            }
        }
    }
}
