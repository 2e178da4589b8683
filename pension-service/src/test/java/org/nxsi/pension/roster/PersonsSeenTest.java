package org.nxsi.pension.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.nxsi.pension.beneficiary.Scheme;
import org.nxsi.platform.identity.SocialNumber;

class PersonsSeenTest {

    @Property
    void it_knows_exactly_what_a_set_knows(
            @ForAll @Size(max = 400) List<@LongRange(max = 200) Long> numbers, @ForAll Scheme scheme) {
        PersonsSeen seen = new PersonsSeen();
        Set<Long> expected = new HashSet<>();

        for (long number : numbers) {
            assertThat(seen.add("99999999999999%03d".formatted(number) + "X", scheme))
                    .isEqualTo(expected.add(number));
        }
    }

    @Test
    void one_person_may_stand_under_several_schemes() {
        PersonsSeen seen = new PersonsSeen();
        String number = SocialNumber.complete("64010419600229001").value();

        for (Scheme scheme : Scheme.values()) {
            assertThat(seen.add(number, scheme)).isTrue();
            assertThat(seen.add(number, scheme)).isFalse();
        }
    }

    @Test
    void half_a_million_persons_are_kept_apart() {
        PersonsSeen seen = new PersonsSeen();
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 500_000; i++) {
                String number = "6401041960%02d%05d".formatted(1 + i / 100_000, i % 100_000);
                assertThat(seen.add(number, Scheme.RESIDENT)).isEqualTo(round == 0);
            }
        }
    }
}
