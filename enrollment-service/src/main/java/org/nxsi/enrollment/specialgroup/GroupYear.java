package org.nxsi.enrollment.specialgroup;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.policy.PolicyValue;

/**
 * A person's labels for one payment year. Public for the driver only.
 *
 * @param id {@code <person>|<year>}
 * @param area whose agency keeps it
 * @param confirmed each label at most once
 */
public record GroupYear(
        @BsonId String id, PersonId person, int year, AreaCode area, List<Confirmation> confirmed, long version) {

    public GroupYear {
        confirmed = List.copyOf(confirmed);
    }

    static String idOf(PersonId person, int year) {
        return person + "|" + year;
    }

    boolean has(Label label) {
        return confirmed.stream().anyMatch(each -> each.label() == label);
    }

    /**
     * The one label that pays, whatever the order in which they were confirmed.
     *
     * @param priority the rank of each label by its name; the lowest pays
     */
    Optional<PaidBy> paidBy(PolicyValue priority) {
        List<Label> labels =
                confirmed.stream().map(Confirmation::label).sorted().toList();
        return confirmed.stream()
                .min(Comparator.comparing(each -> priority.row(each.label().name())))
                .map(each -> new PaidBy(each.label(), labels, each.on(), priority.version()));
    }
}
