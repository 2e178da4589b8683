package org.nxsi.local.kafka;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** The topics that exist once the broker is up; services may add their own. */
record Topics(List<NewTopic> topics) {

    private static final int LIMIT_SECONDS = 60;
    private static final short REPLICAS = 1;

    static Topics shipped() throws IOException {
        return of(Resources.properties("/kafka/topics.properties"));
    }

    /** @throws IllegalArgumentException if a line is not {@code topic = partitions [compact]} */
    static Topics of(Properties lines) {
        return new Topics(lines.stringPropertyNames().stream()
                .sorted()
                .map(name -> topic(name, lines.getProperty(name).strip()))
                .toList());
    }

    void createAt(String bootstrap)
            throws ExecutionException, InterruptedException, java.util.concurrent.TimeoutException {
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                LIMIT_SECONDS * 1000);
        try (Admin admin = Admin.create(settings)) {
            Set<String> present = admin.listTopics().names().get(LIMIT_SECONDS, TimeUnit.SECONDS);
            List<NewTopic> missing = topics.stream()
                    .filter(topic -> !present.contains(topic.name()))
                    .toList();
            admin.createTopics(missing).all().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        }
    }

    private static NewTopic topic(String name, String line) {
        String[] words = line.split(" +", -1);
        boolean compact = words.length == 2 && words[1].equals("compact");
        if (words.length > 2 || (words.length == 2 && !compact)) {
            throw new IllegalArgumentException("not `topic = partitions [compact]`: " + name + " = " + line);
        }
        NewTopic topic = new NewTopic(name, Integer.parseInt(words[0]), REPLICAS);
        return compact
                ? topic.configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT))
                : topic;
    }
}
