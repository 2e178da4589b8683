package org.nxsi.enrollment.resident;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.relation.Relation;
import org.nxsi.enrollment.scheme.PayerKind;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.money.Month;

/** What a person's relations mean for the residents' scheme. */
final class ResidentRelation {

    private final List<Relation> relations;

    ResidentRelation(List<Relation> relations) {
        this.relations = relations;
    }

    /** As resident, running or past; the running one first. */
    Optional<Relation> asResident() {
        return relations.stream()
                .filter(each ->
                        each.scheme() == Scheme.RESIDENT_PENSION && each.payer().kind() == PayerKind.RESIDENT)
                .max((one, other) -> Boolean.compare(runs(one), runs(other)));
    }

    static boolean runs(Relation relation) {
        return relation.spells().getLast().runs();
    }

    /** Whether the person was a resident of the scheme in some month of a year. */
    static boolean touches(Relation relation, int year) {
        return months(year).stream().anyMatch(relation::covers);
    }

    /** Another pension that some month of a year belongs to; null if none. */
    @Nullable
    Relation otherPensionIn(int year) {
        return otherPension(relation -> touches(relation, year));
    }

    /** Another pension that a month or a later one belongs to; null if none. */
    @Nullable
    Relation otherPensionFrom(Month month) {
        return otherPension(relation -> relation.spells().stream()
                .anyMatch(spell -> spell.to() == null || !spell.to().isBefore(month)));
    }

    static List<Month> months(int year) {
        return IntStream.rangeClosed(1, 12)
                .mapToObj(number -> new Month(year, number))
                .toList();
    }

    private @Nullable Relation otherPension(Predicate<Relation> wanted) {
        return relations.stream()
                .filter(each -> each.scheme().keepsAccount() && each.scheme() != Scheme.RESIDENT_PENSION)
                .filter(wanted)
                .findFirst()
                .orElse(null);
    }
}
