package org.nxsi.simulators.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AccountIndexTest {

    @Property(tries = 200)
    void it_knows_the_latest_place_of_every_account_and_no_other(
            @ForAll @Size(max = 200) List<@LongRange(min = 0, max = 60) Long> accounts) {
        AccountIndex index = new AccountIndex();
        Map<String, Long> model = new HashMap<>();
        long position = 0;
        for (Long account : accounts) {
            index.put("6222" + account, position);
            model.put("6222" + account, position);
            position++;
        }

        for (int i = 0; i <= 70; i++) {
            assertThat(index.find("6222" + i)).isEqualTo(model.getOrDefault("6222" + i, -1L));
        }
        assertThat(index.size()).isEqualTo(model.size());
    }

    @Test
    void a_million_accounts_stay_apart() {
        AccountIndex index = new AccountIndex();
        for (int i = 0; i < 1_000_000; i++) {
            index.put("62220640" + i, i);
        }

        assertThat(index.size()).isEqualTo(1_000_000);
        assertThat(index.find("622206400")).isZero();
        assertThat(index.find("62220640999999")).isEqualTo(999_999);
        assertThat(index.find("622206401000000")).isEqualTo(-1);
    }
}
