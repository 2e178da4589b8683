package org.nxsi.enrollment.collection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.account.ArrivedLine;
import org.nxsi.enrollment.assessment.AssessedMonth;
import org.nxsi.enrollment.assessment.AssessedMonths;
import org.nxsi.enrollment.assessment.Parts;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.PayerKind;
import org.nxsi.platform.identity.PersonId;
import org.springframework.stereotype.Component;

/** For whom dues were paid, and what of it goes to their accounts: the lines of the sheets, page by page. */
@Component
class PaidLines {

    private final AssessedMonths months;

    PaidLines(AssessedMonths months) {
        this.months = months;
    }

    /**
     * Whom to credit for dues of persons who pay for themselves: one line each, all read at once.
     *
     * @return lines by the due's id; a due whose sheet is being assessed anew is not among them
     */
    Map<String, List<ArrivedLine>> ofPersons(Collection<Due> dues) {
        Map<String, AssessedMonth> found = new HashMap<>();
        Set<String> ids = new HashSet<>();
        dues.forEach(due -> ids.add(AssessedMonth.idOf(
                due.payer(), due.month(), PersonId.parse(due.payer().id()))));
        months.find(ids).forEach(each -> found.put(each.id(), each));
        Map<String, List<ArrivedLine>> lines = new HashMap<>();
        for (Due due : dues) {
            AssessedMonth line = found.get(AssessedMonth.idOf(
                    due.payer(), due.month(), PersonId.parse(due.payer().id())));
            List<AssessedMonth> all = line == null ? List.of() : List.of(line);
            if (!isAssessedAnew(due, all)) {
                lines.put(due.id(), arrived(due, all));
            }
        }
        return lines;
    }

    /**
     * Whom to credit for a due of any payer.
     *
     * @param page takes one page after the other
     * @return false if its sheet is being assessed anew: what was taken so far holds, the rest comes later
     */
    boolean each(Due due, Consumer<List<ArrivedLine>> page) {
        List<AssessedMonth> lines = List.of();
        do {
            PersonId after = lines.isEmpty() ? null : lines.getLast().person();
            lines = months.ofSheet(due.payer(), due.month(), after, AssessedMonths.AT_ONCE);
            if (isAssessedAnew(due, lines)) {
                return false;
            }
            page.accept(arrived(due, lines));
        } while (lines.size() == AssessedMonths.AT_ONCE);
        return true;
    }

    static boolean isOfOnePerson(Payer payer) {
        return payer.kind() == PayerKind.FLEXIBLE_WORKER || payer.kind() == PayerKind.RESIDENT;
    }

    /** Lines of a later revision than was charged: what is owed by them is not known to be paid. */
    private static boolean isAssessedAnew(Due due, List<AssessedMonth> lines) {
        return lines.stream().anyMatch(each -> each.revision() > due.revision());
    }

    private static List<ArrivedLine> arrived(Due due, List<AssessedMonth> lines) {
        List<ArrivedLine> arrived = new ArrayList<>(lines.size());
        for (AssessedMonth each : lines) {
            @Nullable Parts parts = each.parts(due.scheme());
            boolean creditedBefore = due.progress().creditedRevision() > 0;
            if (parts != null && (parts.account().isPositive() || creditedBefore)) {
                arrived.add(new ArrivedLine(
                        each.person(),
                        due.scheme(),
                        due.month(),
                        parts.account(),
                        Objects.requireNonNull(due.fullOn(), due.id()),
                        due.id(),
                        due.revision()));
            }
        }
        return arrived;
    }
}
