package org.nxsi.enrollment.flexible;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.batch.Outcome;
import org.nxsi.enrollment.putoff.Channel;
import org.nxsi.enrollment.relation.Order;
import org.nxsi.enrollment.relation.Relation;
import org.nxsi.enrollment.relation.RelationChange;
import org.nxsi.enrollment.relation.Relations;
import org.nxsi.enrollment.relation.Spell;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;
import org.springframework.stereotype.Component;

/** Insures a flexible worker under the employees' pension, unless it is so. */
@Component
class OpeningFlexibleRelation {

    private final Relations relations;

    OpeningFlexibleRelation(Relations relations) {
        this.relations = relations;
    }

    /** @throws ProblemException 422 with the rule's own code, such as {@code pension-overlap} */
    void ensure(String command, PersonId person, String by, Channel channel, AreaCode area, List<Month> months) {
        Payer payer = Payer.flexibleWorker(person);
        Relation standing = relations.ofPerson(person).stream()
                .filter(each ->
                        each.scheme() == Scheme.EMPLOYEE_PENSION && each.payer().equals(payer))
                .findFirst()
                .orElse(null);
        if (standing != null && months.stream().allMatch(standing::covers)) {
            return;
        }
        RelationChange change = change(standing, person, payer, area, months.getFirst());
        Outcome outcome = relations
                .carryOut(new Order(command, area, by, channel, List.of(change)))
                .getFirst();
        if (!outcome.isSo()) {
            throw refused(outcome).exception();
        }
    }

    private static RelationChange change(
            @Nullable Relation standing, PersonId person, Payer payer, AreaCode area, Month from) {
        Set<Scheme> pension = Set.of(Scheme.EMPLOYEE_PENSION);
        Spell last = standing == null ? null : standing.spells().getLast();
        boolean beginsEarlier = last != null && last.runs() && from.isBefore(last.from());
        return beginsEarlier
                ? new RelationChange(
                        RelationChange.Kind.ALTER, person, List.copyOf(pension), payer, area, from, null, null)
                : RelationChange.start(person, pension, payer, area, from, null);
    }

    private static Problem refused(Outcome outcome) {
        String code = outcome.code();
        String detail = outcome.detail();
        String clause = outcome.clause();
        Problem problem = Problem.of(
                        422, code == null ? "relation-refused" : code, detail == null ? "not insured" : detail)
                .at("from");
        return clause == null ? problem : problem.under(clause);
    }
}
