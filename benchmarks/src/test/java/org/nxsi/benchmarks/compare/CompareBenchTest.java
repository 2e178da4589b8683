package org.nxsi.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompareBenchTest {

    private final PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());

    @Test
    void an_unknown_option_is_refused_by_name_before_anything_starts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CompareBench.run(List.of("--payee", "10"), nowhere))
                .withMessageContaining("--payee");
    }

    @Test
    void the_number_of_payees_is_a_number_that_the_roster_can_have() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CompareBench.run(List.of("--payees", "many"), nowhere))
                .withMessageContaining("--payees needs a number");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CompareBench.run(List.of("--payees", "0"), nowhere))
                .withMessageContaining("payees");
    }
}
