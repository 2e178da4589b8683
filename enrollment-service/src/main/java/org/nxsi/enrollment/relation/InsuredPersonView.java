package org.nxsi.enrollment.relation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.person.Known;
import org.nxsi.enrollment.relation.RelationView.SpellView;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Month;

/**
 * A person's relations as staff see them: masked, with what was changed.
 *
 * @param overlaps months under two pensions, for people to settle
 * @param history the latest first
 */
record InsuredPersonView(
        PersonId personId,
        String name,
        String socialNumber,
        @Nullable LocalDate diedOn,
        List<RelationView> relations,
        List<Overlap> overlaps,
        List<Changed> history) {

    /** One change. @param by person who ordered it */
    record Changed(
            PersonId personId,
            String change,
            String scheme,
            String payer,
            @Nullable SpellView before,
            @Nullable SpellView after,
            @Nullable String proof,
            String by,
            LocalDate on) {

        static Changed of(PersonId person, HistoryEntry entry) {
            Spell before = entry.before();
            Spell after = entry.after();
            return new Changed(
                    person,
                    entry.kind().title(),
                    entry.scheme(),
                    entry.payer(),
                    before == null ? null : SpellView.of(before),
                    after == null ? null : SpellView.of(after),
                    entry.proof(),
                    entry.by(),
                    entry.on());
        }
    }

    static InsuredPersonView of(Known known, List<InsuredPerson> documents, Month month) {
        List<Relation> relations =
                documents.stream().flatMap(each -> each.relations().stream()).toList();
        return new InsuredPersonView(
                known.id(),
                known.name().masked(),
                known.number().masked(),
                known.diedOn(),
                relations.stream().map(each -> RelationView.of(each, month)).toList(),
                Overlap.among(relations),
                documents.stream()
                        .flatMap(each -> each.history().reversed().stream().map(entry -> Changed.of(each.id(), entry)))
                        .toList());
    }
}
