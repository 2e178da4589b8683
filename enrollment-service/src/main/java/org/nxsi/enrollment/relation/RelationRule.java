package org.nxsi.enrollment.relation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.batch.Refusal;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Month;

/**
 * How a change turns the relations of one person into others: all schemes of a row or none of them.
 *
 * <p>A month belongs to one pension relation at most: two of 110, or 110, 120 and 170 side by side, exclude each other.
 * Whoever starts to work leaves the residents' scheme with the same change, since the law insures employees (社会保险法
 * 第十条); a resident's enrolment beside a running employees' pension is refused.
 */
final class RelationRule {

    private final RelationsInHand hand;
    private final InsuredPerson person;
    private final Mark mark;

    private RelationRule(InsuredPerson person, List<Relation> elsewhere, Mark mark) {
        this.person = person;
        this.mark = mark;
        this.hand = new RelationsInHand(person, elsewhere, mark);
    }

    /**
     * What stands beside a change in the history.
     *
     * @param cause the row, {@code <batch>#<row>}
     * @param staff whether a clerk orders it
     */
    record Mark(
            String cause,
            String by,
            boolean staff,
            LocalDate on,
            @Nullable String proof) {}

    /** What becomes of a person's relations. */
    sealed interface Turn {

        /** They are others now. */
        record Changed(InsuredPerson person) implements Turn {}

        /** Nothing is left to do: it was so before. */
        record AlreadySo() implements Turn {}

        /** The row was carried out before. */
        record DoneBefore() implements Turn {}

        record Refused(Refusal refusal) implements Turn {}
    }

    /** Of somebody whose relations all stand in one document. */
    static Turn apply(InsuredPerson person, RelationChange change, Mark mark) {
        return apply(person, List.of(), change, mark);
    }

    /** @param elsewhere relations of the same human being under other ids that were joined: they stay as they are */
    static Turn apply(InsuredPerson person, List<Relation> elsewhere, RelationChange change, Mark mark) {
        if (person.wasChangedBy(mark.cause())) {
            return new Turn.DoneBefore();
        }
        if (person.diedOn() != null && change.kind() != RelationChange.Kind.STOP) {
            return new Turn.Refused(died());
        }
        RelationRule rule = new RelationRule(person, elsewhere, mark);
        List<Scheme> schemes = change.schemes().isEmpty() ? rule.hand.running(change.payer()) : change.schemes();
        if (schemes.isEmpty()) {
            return new Turn.Refused(Refusal.wrong("not-insured-here", "number", "该人员在本单位没有正在缴费的参保关系"));
        }
        for (Scheme scheme : schemes) {
            Refusal refusal = switch (change.kind()) {
                case START -> rule.start(scheme, change);
                case STOP -> rule.stop(scheme, change);
                case ALTER -> rule.alter(scheme, change);
            };
            if (refusal != null) {
                return new Turn.Refused(refusal);
            }
        }
        return rule.hand.isUntouched() ? new Turn.AlreadySo() : new Turn.Changed(rule.hand.result(person.diedOn()));
    }

    /**
     * Whoever died is insured until the month of death: what runs ends with it, what began later was a mistake.
     *
     * @param diedOn null where a death that was recorded is taken back: then nothing begins again by itself
     */
    static Turn died(InsuredPerson person, @Nullable LocalDate diedOn, Mark mark) {
        if (person.wasChangedBy(mark.cause())) {
            return new Turn.DoneBefore();
        }
        RelationRule rule = new RelationRule(person, List.of(), mark);
        if (diedOn != null) {
            rule.endAll(Month.of(diedOn));
        }
        boolean same = rule.hand.isUntouched() && Objects.equals(diedOn, person.diedOn());
        return same ? new Turn.AlreadySo() : new Turn.Changed(rule.hand.result(diedOn));
    }

    /** Nobody is insured anew after their death. */
    static Refusal died() {
        return Refusal.wrong("person-died", "number", "该人员已登记死亡，不能增员或变更");
    }

    private void endAll(Month month) {
        for (Relation each : hand.own()) {
            Spell last = each.spells().getLast();
            if (last.runs()) {
                Spell ended = month.isBefore(last.from())
                        ? null
                        : new Spell(last.from(), month, last.hiredOn(), StopReason.DIED);
                hand.replaceLast(each, ended);
                hand.note(RelationChange.Kind.STOP, each.scheme(), each.payer(), last, ended);
            }
        }
    }

    private @Nullable Refusal start(Scheme scheme, RelationChange change) {
        AreaCode area = Objects.requireNonNull(change.area(), "area");
        Month from = change.requireMonth();
        Relation relation = hand.find(scheme, change.payer());
        for (Spell each : hand.spells(scheme, change.payer())) {
            if (each.from().equals(from)) {
                return null;
            }
            if (each.overlaps(from, null)) {
                return Refusal.wrong(
                        "already-insured",
                        "from",
                        "该险种已自 " + each.from() + " 参保" + (each.to() == null ? "" : "至 " + each.to()));
            }
        }
        if (isPension(scheme)) {
            leaveResidents(scheme, from);
            Refusal overlap = overlap(scheme, change.payer(), from);
            if (overlap != null) {
                return overlap;
            }
        }
        Spell spell = new Spell(from, null, change.hiredOn(), null);
        List<Spell> spells = relation == null ? new ArrayList<>() : new ArrayList<>(relation.spells());
        spells.add(spell);
        hand.put(relation, new Relation(person.id(), scheme, change.payer(), area, spells));
        hand.note(change.kind(), scheme, change.payer(), null, spell);
        return null;
    }

    private @Nullable Refusal stop(Scheme scheme, RelationChange change) {
        Relation relation = hand.find(scheme, change.payer());
        if (relation == null) {
            return notInsured(scheme);
        }
        Month month = change.requireMonth();
        Spell last = relation.spells().getLast();
        if (!last.runs()) {
            return month.equals(last.to()) ? null : notInsured(scheme);
        }
        StopReason reason = Objects.requireNonNull(change.reason(), "reason");
        if (month.isBefore(last.from())) {
            if (reason != StopReason.MISTAKEN) {
                return Refusal.wrong("month-before-start", "last", "该险种自 " + last.from() + " 起参保，停保年月不能早于参保年月");
            }
            hand.replaceLast(relation, null);
            hand.note(change.kind(), scheme, change.payer(), last, null);
            return null;
        }
        Spell ended = new Spell(last.from(), month, last.hiredOn(), reason);
        hand.replaceLast(relation, ended);
        hand.note(change.kind(), scheme, change.payer(), last, ended);
        return null;
    }

    private @Nullable Refusal alter(Scheme scheme, RelationChange change) {
        Relation relation = hand.find(scheme, change.payer());
        if (relation == null || !relation.spells().getLast().runs()) {
            return notInsured(scheme);
        }
        Spell last = relation.spells().getLast();
        LocalDate hiredOn = change.hiredOn() == null ? last.hiredOn() : change.hiredOn();
        AreaCode area = change.area() == null ? relation.area() : change.area();
        Month from = change.month() == null ? last.from() : change.month();
        Spell altered = new Spell(from, null, hiredOn, null);
        if (altered.equals(last) && area.equals(relation.area())) {
            return null;
        }
        if (from.isAfter(last.from()) && !(mark.staff() && mark.proof() != null)) {
            return Refusal.wrong("months-lost", "from", "推迟参保年月会减少职工的参保月份，须由经办机构凭证明办理");
        }
        List<Spell> spells = new ArrayList<>(relation.spells());
        spells.removeLast();
        if (!spells.isEmpty() && spells.getLast().overlaps(altered.from(), null)) {
            return Refusal.wrong(
                    "already-insured", "from", "该险种此前的参保期间至 " + spells.getLast().to());
        }
        if (isPension(scheme)) {
            Refusal overlap = overlap(scheme, change.payer(), from);
            if (overlap != null) {
                return overlap;
            }
        }
        spells.add(altered);
        hand.put(relation, new Relation(person.id(), scheme, change.payer(), area, spells));
        hand.note(change.kind(), scheme, change.payer(), last, altered);
        return null;
    }

    /** Ends what runs under the residents' scheme with the month before; a spell that had not begun by then goes away. */
    private void leaveResidents(Scheme scheme, Month from) {
        if (scheme == Scheme.RESIDENT_PENSION) {
            return;
        }
        for (Relation each : hand.own()) {
            Spell last = each.spells().getLast();
            if (each.scheme() != Scheme.RESIDENT_PENSION || !last.runs()) {
                continue;
            }
            Spell ended = last.from().isBefore(from)
                    ? new Spell(last.from(), from.plus(-1), last.hiredOn(), StopReason.OTHER_SCHEME)
                    : null;
            hand.replaceLast(each, ended);
            hand.note(RelationChange.Kind.STOP, each.scheme(), each.payer(), last, ended);
        }
    }

    private @Nullable Refusal overlap(Scheme scheme, Payer payer, Month from) {
        for (Relation each : hand.all()) {
            boolean other = isPension(each.scheme())
                    && !(each.scheme() == scheme && each.payer().equals(payer));
            if (other && each.spells().stream().anyMatch(spell -> spell.overlaps(from, null))) {
                return Refusal.wrong(
                        "pension-overlap",
                        "from",
                        "该人员在所填月份已由其他缴费主体参加" + each.scheme().title() + "，同一月份只能有一个养老保险关系");
            }
        }
        return null;
    }

    private static Refusal notInsured(Scheme scheme) {
        return Refusal.wrong("not-insured-here", "schemes", "该人员在本单位没有正在缴费的" + scheme.title() + "关系");
    }

    private static boolean isPension(Scheme scheme) {
        return scheme.keepsAccount();
    }
}
