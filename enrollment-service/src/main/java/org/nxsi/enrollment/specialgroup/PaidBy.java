package org.nxsi.enrollment.specialgroup;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.nxsi.platform.policy.PolicyValue;
import org.nxsi.platform.policy.PolicyVersion;

/**
 * Because of which group the government pays a resident's lowest grade in a year: one of the person's labels, exactly.
 *
 * @param labels all that were confirmed for the year
 * @param confirmedOn when the paying one was
 * @param restsOn the order in which the labels pay
 */
public record PaidBy(Label label, List<Label> labels, LocalDate confirmedOn, PolicyVersion restsOn) {

    public PaidBy {
        labels = List.copyOf(labels);
    }

    /**
     * The one label that pays, whatever the order in which they were confirmed; empty if there is none.
     *
     * @param priority the rank of each label by its name; the lowest pays
     */
    static Optional<PaidBy> of(Collection<Confirmation> confirmed, PolicyValue priority) {
        List<Label> labels =
                confirmed.stream().map(Confirmation::label).distinct().sorted().toList();
        return confirmed.stream()
                .min(Comparator.comparing(
                                (Confirmation each) -> priority.row(each.label().name()))
                        .thenComparing(Confirmation::on))
                .map(each -> new PaidBy(each.label(), labels, each.on(), priority.version()));
    }
}
