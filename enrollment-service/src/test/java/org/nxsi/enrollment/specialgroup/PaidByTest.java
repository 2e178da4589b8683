package org.nxsi.enrollment.specialgroup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.policy.PolicyData;
import org.nxsi.platform.policy.PolicyValue;

class PaidByTest {

    private static final PolicyValue PRIORITY = PolicyData.shipped()
            .find("resident.payer_priority", AreaCode.NINGXIA, "170", LocalDate.parse("2020-01-01"));

    @Property
    void exactly_one_label_pays_whatever_labels_there_are_and_in_whatever_order(
            @ForAll @Size(min = 1) Set<Label> labels, @ForAll long seed) {
        List<Confirmation> confirmed = new ArrayList<>(labels.stream()
                .map(each -> new Confirmation(each, "x", LocalDate.parse("2020-01-02"), "y"))
                .toList());
        PaidBy inOrder = PaidBy.of(confirmed, PRIORITY).orElseThrow();
        Collections.shuffle(confirmed, new Random(seed));
        PaidBy shuffled = PaidBy.of(confirmed, PRIORITY).orElseThrow();

        assertThat(shuffled).isEqualTo(inOrder);
        assertThat(inOrder.label())
                .isEqualTo(labels.stream()
                        .min(Comparator.comparing(each -> PRIORITY.row(each.name())))
                        .orElseThrow());
        assertThat(inOrder.labels()).hasSameElementsAs(labels).isSorted();
    }

    @Test
    void without_a_label_nobody_else_pays() {
        assertThat(PaidBy.of(List.of(), PRIORITY)).isEmpty();
    }
}
