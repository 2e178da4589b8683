package org.nxsi.enrollment.relation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One change of a person's relations, with what stood there before and after. Public for the driver only, which reads its
 * components.
 *
 * @param cause the row that made it, {@code <batch>#<row>}: the same row makes no second change
 * @param relation the relation's scheme and payer, {@code 110|EMPLOYER:91…}
 * @param before the spell as it stood; null if there was none
 * @param after the spell as it stands now; null if it was taken away
 * @param version of the person's document after the change
 * @param proof reference of the paper that it rests on; null where none is needed
 */
public record HistoryEntry(
        String cause,
        RelationChange.Kind kind,
        String relation,
        @Nullable Spell before,
        @Nullable Spell after,
        @Nullable String proof,
        String by,
        LocalDate on,
        long version) {

    /** Code of the scheme. */
    String scheme() {
        return relation.substring(0, relation.indexOf('|'));
    }

    String payer() {
        return relation.substring(relation.indexOf('|') + 1);
    }
}
