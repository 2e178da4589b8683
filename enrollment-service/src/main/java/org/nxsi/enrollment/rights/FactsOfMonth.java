package org.nxsi.enrollment.rights;

import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.assessment.Ground;
import org.nxsi.enrollment.assessment.Parts;
import org.nxsi.enrollment.collection.Due;
import org.nxsi.enrollment.collection.DueKey;
import org.nxsi.enrollment.scheme.PayerKind;
import org.nxsi.platform.identity.AreaCode;
import org.springframework.stereotype.Component;

/** Puts together what relation, line, due and emergency say of one month. */
@Component
class FactsOfMonth {

    private final DueDays days;
    private final ProjectDues projects;

    FactsOfMonth(DueDays days, ProjectDues projects) {
        this.days = days;
        this.projects = projects;
    }

    /**
     * What is known.
     *
     * @param parts of the person's line; null where there is none
     * @param area where insured
     * @param due null where there is none
     */
    MonthFacts of(DueKey key, boolean insured, @Nullable Parts parts, AreaCode area, @Nullable Due due) {
        MonthFacts facts = MonthFacts.none(days.normally(key.payer(), area, key.month()));
        if (insured) {
            facts = facts.covered();
        }
        if (parts != null) {
            facts = facts.assessed(
                    parts.kind().equals(Ground.MADE_UP.name()), parts.exempted().isPositive());
        }
        if (key.payer().kind() == PayerKind.PROJECT) {
            facts = projects.with(facts, key.payer(), key.scheme());
        } else if (due != null) {
            facts = DueFacts.with(facts, due);
        }
        return days.inEmergency(facts, area);
    }

    /** What a later revision leaves where somebody was taken out of a sheet. */
    static boolean isNothing(Parts parts) {
        return parts.base().isZero()
                && parts.owed().isZero()
                && parts.exempted().isZero()
                && parts.government().isZero();
    }
}
