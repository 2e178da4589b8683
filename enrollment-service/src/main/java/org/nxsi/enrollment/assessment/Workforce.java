package org.nxsi.enrollment.assessment;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.nxsi.enrollment.relation.Insured;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.enrollment.wage.Declared;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.policy.PolicyVersion;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;

/** The lines of an employer's month, as they come in from its employees. */
final class Workforce {

    private static final int NAMED_AT_MOST = 20;

    private final EmployerRates rates;
    private final Ground ground;
    private final Map<Scheme, Rating> ratings = new EnumMap<>(Scheme.class);
    private final List<AssessedLine> lines = new ArrayList<>();
    private final List<PersonId> withoutWage = new ArrayList<>();
    private int insured;

    Workforce(EmployerRates rates, Ground ground) {
        this.rates = rates;
        this.ground = ground;
    }

    void add(List<Insured> some, Map<PersonId, Declared> declared) {
        for (Insured each : some) {
            insured++;
            Declared wage = declared.get(each.person());
            if (wage == null) {
                withoutWage.add(each.person());
            } else {
                add(each, wage.wage());
            }
        }
        if (insured > SheetOrder.MOST_LINES) {
            throw Problem.of(
                            422, "too-many-employees", "at most " + SheetOrder.MOST_LINES + " employees of an employer")
                    .exception();
        }
    }

    private void add(Insured person, Fen wage) {
        Map<Scheme, Parts> parts = new EnumMap<>(Scheme.class);
        Annuity annuity = null;
        for (Scheme scheme : person.schemes()) {
            if (ratings.computeIfAbsent(scheme, rates::of) instanceof Rates known) {
                parts.put(scheme, known.parts(wage, ground));
                Annuity own = known.annuity(wage);
                annuity = own == null ? annuity : own;
            }
        }
        if (!parts.isEmpty()) {
            lines.add(new AssessedLine(person.person(), parts, annuity));
        }
    }

    /** @throws ProblemException 422 if nobody is insured, a wage is missing or no scheme at all can be assessed */
    void refuseIfIncomplete(Month month) {
        if (insured == 0) {
            throw Problem.of(422, "nobody-insured", "nobody is insured by this employer in " + month)
                    .at("month")
                    .exception();
        }
        if (!withoutWage.isEmpty()) {
            throw Problem.of(
                            422,
                            "wages-missing",
                            withoutWage.size() + " employees have no declared wage in " + month
                                    + ": declare their wages first")
                    .under("社会保险法 第六十条")
                    .with("persons", withoutWage.stream().limit(NAMED_AT_MOST).toList())
                    .exception();
        }
        if (lines.isEmpty()) {
            NotAssessed first = notAssessed().getFirst();
            Problem problem = Problem.of(422, "policy-unknown", first.detail())
                    .with("policy", first.key())
                    .with("scheme", first.scheme().code());
            String missing = first.missing();
            throw (missing == null ? problem : problem.with("missing", missing)).exception();
        }
    }

    List<AssessedLine> lines() {
        return lines;
    }

    List<NotAssessed> notAssessed() {
        return ratings.values().stream()
                .filter(NotAssessed.class::isInstance)
                .map(NotAssessed.class::cast)
                .toList();
    }

    List<PolicyVersion> versions(List<PolicyVersion> more) {
        List<PolicyVersion> versions = new ArrayList<>(more);
        for (Rating rating : ratings.values()) {
            if (rating instanceof Rates known) {
                versions.addAll(known.versions());
            }
        }
        return versions;
    }
}
