package org.nxsi.enrollment.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nxsi.enrollment.person.RosterEvents.Line;
import org.nxsi.local.testing.ServiceUnderTest;
import org.nxsi.platform.events.PoisonousEvent;

class RosterBatchTest {

    private static final PersonNumbers NUMBERS = new PersonNumbers(ServiceUnderTest.PERSON_ID_KEY);

    @Test
    void a_batch_is_its_lines_with_their_versions() {
        RosterBatch batch = read(List.of(
                RosterEvents.line(1), RosterEvents.line(2).withScheme("170").withVersion(7)));

        assertThat(batch.lines()).hasSize(2);
        assertThat(batch.lines().getLast().scheme()).isEqualTo(PensionScheme.RESIDENTS);
        assertThat(batch.lines().getLast().told().version()).isEqualTo(7);
    }

    @Test
    void an_id_that_is_not_the_numbers_is_refused() {
        Line other = RosterEvents.line(1).withPersonId(RosterEvents.line(2).personId());

        assertThatThrownBy(() -> read(List.of(RosterEvents.line(3), other)))
                .isInstanceOf(PoisonousEvent.class)
                .hasMessageContaining("person 1 of the batch")
                .hasMessageNotContaining(other.socialNumber());
    }

    @Test
    void an_unknown_scheme_or_area_is_refused() {
        assertThatThrownBy(() -> read(List.of(RosterEvents.line(1).withScheme("410"))))
                .isInstanceOf(PoisonousEvent.class);
        assertThatThrownBy(() -> read(List.of(RosterEvents.line(1).withArea("999999"))))
                .isInstanceOf(PoisonousEvent.class);
    }

    @Test
    void an_empty_batch_and_one_of_more_than_a_thousand_are_refused() {
        assertThatThrownBy(() -> read(List.of())).isInstanceOf(PoisonousEvent.class);
        assertThatThrownBy(() -> read(Collections.nCopies(1_001, RosterEvents.line(1))))
                .isInstanceOf(PoisonousEvent.class);
    }

    @Test
    void without_the_secret_of_person_ids_nothing_starts() {
        assertThatThrownBy(() -> new PersonNumbers(" ")).hasMessageContaining("NXSI_PERSON_ID_KEY");
    }

    private static RosterBatch read(List<Line> lines) {
        return RosterBatch.read(RosterEvents.received("e", Instant.EPOCH, lines), NUMBERS);
    }
}
