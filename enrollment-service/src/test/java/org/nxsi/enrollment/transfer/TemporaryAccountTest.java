package org.nxsi.enrollment.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nxsi.platform.identity.SocialNumber;
import org.nxsi.platform.money.Month;

class TemporaryAccountTest {

    private static final TemporaryAccount.Ages AGES = new TemporaryAccount.Ages(50, 40);
    private static final SocialNumber MAN = SocialNumber.complete("64010419700315" + "001");
    private static final SocialNumber WOMAN = SocialNumber.complete("64010419800315" + "002");

    @Test
    void a_man_of_fifty_and_a_woman_of_forty_keep_the_relation_where_it_is() {
        assertThat(TemporaryAccount.applies(MAN, Month.parse("2020-03"), AGES)).isTrue();
        assertThat(TemporaryAccount.applies(WOMAN, Month.parse("2020-03"), AGES))
                .isTrue();
        assertThat(TemporaryAccount.applies(MAN, Month.parse("2021-01"), AGES)).isTrue();
    }

    @Test
    void who_was_insured_here_before_that_age_moves_it() {
        assertThat(TemporaryAccount.applies(MAN, Month.parse("2020-02"), AGES)).isFalse();
        assertThat(TemporaryAccount.applies(WOMAN, Month.parse("2020-02"), AGES))
                .isFalse();
    }
}
