package org.nxsi.enrollment.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.web.Problem;

/**
 * A revision in the making.
 *
 * @param before the revision that stands; null if this is the first
 */
record NextRevision(SheetOrder order, @Nullable AssessmentSheet before, String digest) {

    int number() {
        return before == null ? 1 : before.revision() + 1;
    }

    /** What was assessed once is not taken back because something is missing by now. */
    void refuseIfImpossible() {
        if (before == null) {
            return;
        }
        if (before.history().size() >= AssessmentSheet.MOST_REVISIONS) {
            throw Problem.conflict(
                            "too-many-revisions",
                            before.number() + " has been assessed " + AssessmentSheet.MOST_REVISIONS + " times")
                    .exception();
        }
        for (NotAssessed lacking : order.notAssessed()) {
            SchemeTotal stood = before.total(lacking.scheme());
            if (stood != null && !stood.base().isZero()) {
                Problem problem = Problem.of(422, "policy-unknown", lacking.detail())
                        .with("policy", lacking.key())
                        .with("scheme", lacking.scheme().code());
                String missing = lacking.missing();
                throw (missing == null ? problem : problem.with("missing", missing)).exception();
            }
        }
    }

    /**
     * What is to be written: a line for everybody who has one now, and parts of zero for whom and under what something
     * stands that is not owed any more.
     *
     * @param standing the lines in the store
     */
    List<AssessedMonth> lines(Iterable<AssessedMonth> standing) {
        Map<PersonId, AssessedMonth> written = new TreeMap<>();
        for (AssessedLine line : order.lines()) {
            written.put(line.person(), month(line.person(), byCode(line), line.annuity()));
        }
        for (AssessedMonth old : standing) {
            AssessedMonth now = written.get(old.person());
            Map<String, Parts> parts = new TreeMap<>();
            old.parts().keySet().forEach(code -> parts.put(code, Parts.none(order.ground())));
            if (now != null) {
                parts.putAll(now.parts());
            }
            written.put(old.person(), month(old.person(), parts, now == null ? null : now.annuity()));
        }
        return List.copyOf(written.values());
    }

    AssessmentSheet sheet(Totals totals) {
        if (before != null) {
            before.totals().forEach(stood -> totals.mention(stood.scheme()));
        }
        List<SchemeTotal> schemes = totals.schemes();
        Fen owed = schemes.stream().map(SchemeTotal::owed).reduce(Fen.ZERO, Fen::plus);
        List<AssessmentSheet.Issue> history = new ArrayList<>(before == null ? List.of() : before.history());
        history.add(new AssessmentSheet.Issue(
                number(),
                order.ground(),
                order.on(),
                order.cause(),
                owed,
                before == null ? owed : owed.minus(before.owed()),
                schemes.stream()
                        .map(each -> new AssessmentSheet.Owed(each.scheme(), each.employer(), each.person()))
                        .toList()));
        return new AssessmentSheet(
                before == null ? SheetNumber.of(order.payer(), order.month()) : before.number(),
                order.payer(),
                order.month(),
                order.area(),
                number(),
                order.ground(),
                order.on(),
                order.dueDate(),
                totals.persons(),
                schemes,
                totals.annuity(),
                order.notAssessed(),
                order.policies(),
                digest,
                history);
    }

    private AssessedMonth month(PersonId person, Map<String, Parts> parts, @Nullable Annuity annuity) {
        return new AssessedMonth(
                AssessedMonth.idOf(order.payer(), order.month(), person),
                order.payer(),
                person,
                order.month(),
                number(),
                parts,
                annuity);
    }

    private static Map<String, Parts> byCode(AssessedLine line) {
        Map<String, Parts> parts = new TreeMap<>();
        for (Map.Entry<Scheme, Parts> each : line.parts().entrySet()) {
            parts.put(each.getKey().code(), each.getValue());
        }
        return parts;
    }
}
