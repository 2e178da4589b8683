package org.nxsi.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void a_line_gives_partitions_and_whether_only_the_latest_state_is_kept() {
        Properties lines = new Properties();
        lines.setProperty("work", "12");
        lines.setProperty("periods", "1 compact");

        assertThat(Topics.of(lines).topics())
                .containsExactly(
                        new NewTopic("periods", 1, (short) 1).configs(Map.of("cleanup.policy", "compact")),
                        new NewTopic("work", 12, (short) 1));
    }

    @Test
    void a_word_that_means_nothing_is_refused() {
        Properties lines = new Properties();
        lines.setProperty("work", "12 comapct");

        assertThatThrownBy(() -> Topics.of(lines)).hasMessageContaining("work = 12 comapct");
    }

    @Test
    void emergency_periods_keep_their_full_state() throws IOException {
        assertThat(Topics.shipped().topics())
                .filteredOn(topic -> topic.name().equals("emergency.periods"))
                .singleElement()
                .satisfies(topic -> assertThat(topic.configs()).containsEntry("cleanup.policy", "compact"));
    }
}
