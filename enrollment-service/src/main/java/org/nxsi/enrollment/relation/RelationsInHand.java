package org.nxsi.enrollment.relation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.relation.RelationRule.Mark;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;

/** The relations of one person while a change turns them, with what it has changed so far. */
final class RelationsInHand {

    private final List<Relation> relations;
    private final List<HistoryEntry> history = new ArrayList<>();
    private final InsuredPerson person;
    private final List<Relation> elsewhere;
    private final Mark mark;

    /** @param elsewhere relations of the same human being under other ids that were joined: they stay as they are */
    RelationsInHand(InsuredPerson person, List<Relation> elsewhere, Mark mark) {
        this.person = person;
        this.relations = new ArrayList<>(person.relations());
        this.elsewhere = elsewhere;
        this.mark = mark;
    }

    boolean isUntouched() {
        return history.isEmpty();
    }

    /** Those that stand in the person's own document. */
    List<Relation> own() {
        return List.copyOf(relations);
    }

    List<Scheme> running(Payer payer) {
        return relations.stream()
                .filter(each ->
                        each.payer().equals(payer) && each.spells().getLast().runs())
                .map(Relation::scheme)
                .toList();
    }

    List<Relation> all() {
        return Stream.concat(relations.stream(), elsewhere.stream()).toList();
    }

    @Nullable
    Relation find(Scheme scheme, Payer payer) {
        return relations.stream()
                .filter(each -> each.scheme() == scheme && each.payer().equals(payer))
                .findFirst()
                .orElse(null);
    }

    /** Under a scheme by a payer, wherever they stand. */
    List<Spell> spells(Scheme scheme, Payer payer) {
        return all().stream()
                .filter(each -> each.scheme() == scheme && each.payer().equals(payer))
                .flatMap(each -> each.spells().stream())
                .toList();
    }

    void put(@Nullable Relation before, Relation after) {
        if (before == null) {
            relations.add(after);
        } else {
            relations.set(relations.indexOf(before), after);
        }
    }

    void replaceLast(Relation relation, @Nullable Spell spell) {
        List<Spell> spells = new ArrayList<>(relation.spells());
        spells.removeLast();
        if (spell != null) {
            spells.add(spell);
        }
        if (spells.isEmpty()) {
            relations.remove(relation);
        } else {
            put(
                    relation,
                    new Relation(relation.person(), relation.scheme(), relation.payer(), relation.area(), spells));
        }
    }

    void note(RelationChange.Kind kind, Scheme scheme, Payer payer, @Nullable Spell before, @Nullable Spell after) {
        history.add(new HistoryEntry(
                mark.cause(),
                kind,
                scheme.code() + "|" + payer,
                before,
                after,
                mark.proof(),
                mark.by(),
                mark.on(),
                person.version() + 1));
    }

    InsuredPerson result(@Nullable LocalDate diedOn) {
        List<HistoryEntry> all = new ArrayList<>(person.history());
        all.addAll(history);
        int tooMany = Math.max(0, all.size() - InsuredPerson.MOST_HISTORY);
        return new InsuredPerson(
                person.id(), relations, all.subList(tooMany, all.size()), person.version() + 1, diedOn);
    }
}
