package org.nxsi.platform.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RegionStatesTest {

    private final RegionStates states = new RegionStates(new JsonMapper());

    @Test
    void the_newest_state_of_a_region_counts_however_often_an_older_one_is_repeated() {
        states.take("640100", state(2, "2020-01-23"));
        states.take("640100", state(5, "2020-01-25"));
        states.take("640100", state(2, "2020-01-23"));
        states.take("640200", state(1, "2020-02-01"));

        assertThat(states.periods())
                .extracting(period -> period.from().toString())
                .containsExactlyInAnyOrder("2020-01-25", "2020-02-01");
    }

    @Test
    void a_region_whose_state_was_taken_away_has_no_period() {
        states.take("640100", state(2, "2020-01-23"));
        states.take("640100", null);

        assertThat(states.periods()).isEmpty();
    }

    @Test
    void a_state_that_cannot_be_read_leaves_the_one_before_and_is_remembered_until_one_can() {
        states.take("640100", state(2, "2020-01-23"));
        states.take("640100", "{}".getBytes(StandardCharsets.UTF_8));

        assertThat(states.unreadable()).containsExactly("640100");
        assertThat(states.periods()).hasSize(1);

        states.take("640100", state(3, "2020-01-24"));

        assertThat(states.unreadable()).isEmpty();
    }

    static byte[] state(long version, String from) {
        return ("{\"type\":\"emergency.region-state\",\"aggregateversion\":" + version
                        + ",\"data\":{\"region\":\"640100\",\"periods\":[{\"id\":\"EP-640100-1\",\"record\":1,\"from\":\""
                        + from + "\",\"docNo\":\"示例〔2020〕1号\"}]}}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
