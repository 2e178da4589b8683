package org.nxsi.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nxsi.local.stack.ServiceName;
import org.nxsi.platform.money.Month;

class OptionsTest {

    @Test
    void nothing_said_means_ten_thousand_payees_in_march_2020() {
        Options options = Options.parse(List.of());

        assertThat(options.payees()).isEqualTo(10_000);
        assertThat(options.month()).isEqualTo(new Month(2020, 3));
        assertThat(options.exit()).isFalse();
        assertThat(options.roster()).isEmpty();
    }

    @Test
    void every_option_is_understood() {
        Options options = Options.parse(List.of(
                "--payees",
                "300",
                "--seed",
                "7",
                "--month",
                "2020-04",
                "--exit",
                "--report",
                "r.json",
                "--scale",
                "pension-service=2",
                "--detach"));

        assertThat(options.payees()).isEqualTo(300);
        assertThat(options.seed()).isEqualTo(7);
        assertThat(options.month()).isEqualTo(new Month(2020, 4));
        assertThat(options.scale()).isEqualTo(Map.of(ServiceName.PENSION, 2));
        assertThat(options.report()).hasValueSatisfying(file -> assertThat(file).isAbsolute());
        assertThat(options.exit()).isTrue();
        assertThat(options.detach()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--payees",
                "--payees many",
                "--payees 0",
                "--payees 5000000",
                "--month 2020-13",
                "--month March",
                "--scale",
                "--scale bank=2",
                "--scale pension-service",
                "--scale pension-service=9",
                "--pay",
                "300"
            })
    void a_word_that_cannot_be_understood_is_named(String line) {
        List<String> words = List.of(line.split(" "));

        assertThatThrownBy(() -> Options.parse(words))
                .isInstanceOf(UsageError.class)
                .message()
                .containsAnyOf(words.getFirst(), words.getLast())
                .doesNotContain("\n");
    }
}
