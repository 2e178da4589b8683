package org.nxsi.simulators.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultPlanTest {

    @Test
    void a_rate_is_met_about() {
        Faults faults = FaultPlan.parse("seed=3; *: silence=0.1").of("102");

        assertThat(struck(faults, Fault.SILENCE)).isBetween(850L, 1_150L);
        assertThat(struck(faults, Fault.UNAVAILABLE)).isZero();
    }

    @Test
    void the_same_seed_strikes_the_same_and_another_seed_or_bank_strikes_others() {
        Faults faults = FaultPlan.parse("seed=3; *: silence=0.5").of("102");
        Faults again = FaultPlan.parse("seed=3; *: silence=0.5").of("102");
        Faults otherSeed = FaultPlan.parse("seed=4; *: silence=0.5").of("102");
        Faults otherBank = FaultPlan.parse("seed=3; *: silence=0.5").of("103");

        assertThat(pattern(again)).isEqualTo(pattern(faults));
        assertThat(pattern(otherSeed)).isNotEqualTo(pattern(faults));
        assertThat(pattern(otherBank)).isNotEqualTo(pattern(faults));
    }

    @Test
    void a_banks_own_rate_goes_before_everybodys() {
        FaultPlan plan = FaultPlan.parse("*: silence=1, clock-off-ms=5 ; 103: silence=0");

        assertThat(plan.of("102").strikes(Fault.SILENCE, "x")).isTrue();
        assertThat(plan.of("103").strikes(Fault.SILENCE, "x")).isFalse();
        assertThat(plan.of("103").clockOff_ms()).isEqualTo(5);
    }

    @Test
    void a_fault_that_strikes_once_lets_the_second_try_pass() {
        Faults faults = FaultPlan.parse("*: silence=1").of("102");

        assertThat(faults.strikesOnce(Fault.SILENCE, "x")).isTrue();
        assertThat(faults.strikesOnce(Fault.SILENCE, "x")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "102: nonsense=1", "102: silence", "102: silence=much"})
    void a_plan_that_is_not_understood_is_refused(String line) {
        assertThatIllegalArgumentException().isThrownBy(() -> FaultPlan.parse(line));
    }

    @Test
    void no_plan_no_fault() {
        assertThat(struck(FaultPlan.parse("").of("102"), Fault.SILENCE)).isZero();
    }

    private static long struck(Faults faults, Fault fault) {
        return IntStream.range(0, 10_000)
                .filter(i -> faults.strikes(fault, "B" + i))
                .count();
    }

    private static String pattern(Faults faults) {
        StringBuilder pattern = new StringBuilder();
        IntStream.range(0, 64).forEach(i -> pattern.append(faults.strikes(Fault.SILENCE, "B" + i) ? '1' : '0'));
        return pattern.toString();
    }
}
