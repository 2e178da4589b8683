package org.nxsi.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CampaignOptionsTest {

    @Test
    void a_round_is_played_again_by_the_command_that_the_campaign_names() {
        CampaignOptions campaign = CampaignOptions.parse(List.of("--seed", "5", "--rounds", "20", "--payees", "500"));
        String replay = campaign.replay(13);
        CampaignOptions again = CampaignOptions.parse(
                List.of(replay.replace("./run faults ", "").split(" ")));
        assertThat(again.seed()).isEqualTo(5);
        assertThat(again.fromRound()).isEqualTo(13);
        assertThat(again.rounds()).isEqualTo(1);
        assertThat(again.payees()).isEqualTo(500);
    }

    @Test
    void what_is_not_understood_is_named() {
        assertThatThrownBy(() -> CampaignOptions.parse(List.of("--rouns", "3"))).hasMessageContaining("--rouns");
        assertThatThrownBy(() -> CampaignOptions.parse(List.of("--rounds", "x")))
                .hasMessageContaining("--rounds");
        assertThatThrownBy(() -> CampaignOptions.parse(List.of("--rounds", "0")))
                .hasMessageContaining("--rounds");
        assertThatThrownBy(() -> CampaignOptions.parse(List.of("--seed"))).hasMessageContaining("--seed");
    }
}
