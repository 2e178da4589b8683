package org.nxsi.enrollment.assessment;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.policy.PolicyVersion;

/**
 * An assessment sheet (核定单): what a payer owes for a month. Public for the codec's sake too.
 *
 * @param number for people; the same in every revision
 * @param area where insured, whose agency assessed it
 * @param revision from 1; a later one replaces all earlier ones
 * @param issuedOn business date of this revision
 * @param dueDate last day for paying it without late fee
 * @param persons with lines
 * @param totals by scheme, ascending; sums of the lines that stand in the store
 * @param annuity sum of the occupational annuity, beside all schemes; null where there is none
 * @param notAssessed schemes that could not be assessed, and what is missing
 * @param policies the versions it rests on
 * @param digest of what was assessed: the same again makes no new revision
 * @param history every revision, the last one is this
 */
public record AssessmentSheet(
        String number,
        Payer payer,
        Month month,
        AreaCode area,
        int revision,
        Ground ground,
        LocalDate issuedOn,
        LocalDate dueDate,
        int persons,
        List<SchemeTotal> totals,
        @Nullable Annuity annuity,
        List<NotAssessed> notAssessed,
        List<PolicyVersion> policies,
        String digest,
        List<Issue> history) {

    /** A payer's month is not assessed more often than this. */
    static final int MOST_REVISIONS = 100;

    /**
     * One revision.
     *
     * @param cause the command or the job that wanted it
     * @param owed what the payer had to pay by it
     * @param difference to the revision before: positive is to be paid after, negative was assessed too much (结算)
     */
    public record Issue(
            int revision, Ground ground, LocalDate on, String cause, Fen owed, Fen difference, List<Owed> schemes) {}

    /** What a revision told of one scheme. */
    public record Owed(Scheme scheme, Fen employer, Fen person) {}

    public AssessmentSheet {
        totals = List.copyOf(totals);
        notAssessed = List.copyOf(notAssessed);
        policies = List.copyOf(policies);
        history = List.copyOf(history);
    }

    /** Its name for ever: {@code <payer>|<month>}. */
    public static String idOf(Payer payer, Month month) {
        return payer + "|" + month;
    }

    public String id() {
        return idOf(payer, month);
    }

    /** The sum under a scheme; null if it was not assessed. */
    public @Nullable SchemeTotal total(Scheme scheme) {
        return totals.stream()
                .filter(total -> total.scheme() == scheme)
                .findFirst()
                .orElse(null);
    }

    /** What the payer has to pay in all, annuity apart. */
    public Fen owed() {
        return totals.stream().map(SchemeTotal::owed).reduce(Fen.ZERO, Fen::plus);
    }

    boolean isIssuedFor(String cause) {
        return history.stream().anyMatch(issue -> issue.cause().equals(cause));
    }

    List<Charge> charges() {
        return totals.stream()
                .map(total -> new Charge(
                        payer,
                        total.scheme(),
                        month,
                        area,
                        number,
                        revision,
                        total.employer(),
                        total.person(),
                        dueDate,
                        total.persons()))
                .toList();
    }
}
