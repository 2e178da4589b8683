package org.nxsi.pension.disbursement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CutTest {

    @Property
    void every_possible_id_lies_in_exactly_one_slice(
            @ForAll @IntRange(min = 1, max = 500) int slices, @ForAll("ids") String id) {
        List<Slice> cut = Cut.of("2020-03-R1", slices);
        assertThat(cut).hasSize(slices);
        assertThat(cut.stream().filter(slice -> contains(slice, id))).hasSize(1);
    }

    @Test
    void a_run_of_nobody_still_has_a_slice_that_finds_nobody() {
        assertThat(Cut.slicesFor(0, 2_500)).isEqualTo(1);
        assertThat(Cut.slicesFor(2_501, 2_500)).isEqualTo(2);
    }

    @Provide
    Arbitrary<String> ids() {
        return Arbitraries.strings()
                .withChars("abcdefghijklmnopqrstuvwxyz234567|0189-ZA~")
                .ofMinLength(0)
                .ofMaxLength(30);
    }

    private static boolean contains(Slice slice, String id) {
        return id.compareTo(slice.fromId()) >= 0 && (slice.beforeId() == null || id.compareTo(slice.beforeId()) < 0);
    }
}
