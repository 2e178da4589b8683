package org.nxsi.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScriptTest {

    private static final List<Long> SEEDS = List.of(1L, 2L, 42L, -7L, 20200402L);

    @Test
    void the_same_seed_and_round_make_the_same_script_and_others_another() {
        for (long seed : SEEDS) {
            assertThat(Script.of(seed, 7)).isEqualTo(Script.of(seed, 7));
            assertThat(Script.of(seed, 7).mishaps())
                    .isNotEqualTo(Script.of(seed, 8).mishaps());
            assertThat(Script.of(seed, 7).mishaps())
                    .isNotEqualTo(Script.of(seed + 1, 7).mishaps());
        }
    }

    @Test
    void every_round_has_six_kills_or_seven_one_in_each_phase_and_no_process_dies_twice() {
        for (long seed : SEEDS) {
            for (int round = 1; round <= 40; round++) {
                List<Mishap.Kill> kills = Script.of(seed, round).kills();
                assertThat(kills).hasSizeBetween(6, 7);
                assertThat(kills).extracting(Mishap.Kill::phase).contains(Phase.values());
                assertThat(kills).extracting(Mishap.Kill::part).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void after_ten_rounds_every_process_has_been_killed_in_every_phase() {
        for (long seed : SEEDS) {
            Matrix matrix = new Matrix();
            IntStream.rangeClosed(1, 10)
                    .boxed()
                    .flatMap(round -> Script.of(seed, round).kills().stream())
                    .forEach(kill -> matrix.count(kill.part(), kill.phase()));
            assertThat(matrix.isFull()).isTrue();
        }
    }

    @Test
    void one_kill_fewer_and_the_matrix_is_not_full() {
        Matrix matrix = new Matrix();
        IntStream.rangeClosed(1, 10)
                .boxed()
                .flatMap(round -> Script.of(1, round).kills().stream())
                .skip(1)
                .forEach(kill -> matrix.count(kill.part(), kill.phase()));
        assertThat(matrix.isFull()).isFalse();
    }

    @Test
    void every_round_cuts_delays_stalls_fills_the_disk_and_moves_the_clock() {
        for (int round = 1; round <= 20; round++) {
            assertThat(Script.of(1, round).mishaps())
                    .hasAtLeastOneElementOfType(Mishap.Cut.class)
                    .hasAtLeastOneElementOfType(Mishap.Delay.class)
                    .hasAtLeastOneElementOfType(Mishap.Stall.class)
                    .hasAtLeastOneElementOfType(Mishap.FullDisk.class)
                    .hasAtLeastOneElementOfType(Mishap.ClockMove.class);
        }
    }
}
