package org.nxsi.enrollment.assessment;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.policy.PolicyVersion;

/**
 * A payer's month that is to be assessed: the whole of it, not what is new.
 *
 * @param area where insured
 * @param on business date
 * @param dueDate last day for paying without late fee
 * @param lines one per person; none where the payer owes as a whole
 * @param whole what the payer owes as a whole, where no person has a line
 * @param notAssessed schemes that cannot be assessed, and what is missing
 * @param policies the versions it rests on
 * @param cause the command or the job that wants it; the same one again gets what it got
 */
public record SheetOrder(
        Payer payer,
        Month month,
        AreaCode area,
        Ground ground,
        LocalDate on,
        LocalDate dueDate,
        List<AssessedLine> lines,
        Map<Scheme, Parts> whole,
        List<NotAssessed> notAssessed,
        List<PolicyVersion> policies,
        String cause) {

    /** Most persons of one payer and month. */
    public static final int MOST_LINES = 50_000;

    /** @throws IllegalArgumentException for no lines and no whole, for both, for a person twice, for too many */
    public SheetOrder {
        lines = List.copyOf(lines);
        whole = Map.copyOf(whole);
        notAssessed = List.copyOf(notAssessed);
        policies = policies.stream().distinct().toList();
        if (lines.isEmpty() == whole.isEmpty()) {
            throw new IllegalArgumentException("a sheet has lines, or tells the payer as a whole");
        }
        if (lines.size() > MOST_LINES) {
            throw new IllegalArgumentException("at most " + MOST_LINES + " persons, not " + lines.size());
        }
        Set<PersonId> persons = new HashSet<>();
        lines.forEach(line -> {
            if (!persons.add(line.person())) {
                throw new IllegalArgumentException("twice on one sheet: " + line.person());
            }
        });
    }

    /** With one line per person. */
    public static SheetOrder ofLines(
            Payer payer,
            Month month,
            AreaCode area,
            Ground ground,
            LocalDate on,
            LocalDate dueDate,
            List<AssessedLine> lines,
            List<NotAssessed> notAssessed,
            List<PolicyVersion> policies,
            String cause) {
        return new SheetOrder(payer, month, area, ground, on, dueDate, lines, Map.of(), notAssessed, policies, cause);
    }

    /** For the payer as a whole. */
    public static SheetOrder ofWhole(
            Payer payer,
            Month month,
            AreaCode area,
            Ground ground,
            LocalDate on,
            LocalDate dueDate,
            Map<Scheme, Parts> whole,
            List<PolicyVersion> policies,
            String cause) {
        return new SheetOrder(payer, month, area, ground, on, dueDate, List.of(), whole, List.of(), policies, cause);
    }

    String sheet() {
        return AssessmentSheet.idOf(payer, month);
    }
}
