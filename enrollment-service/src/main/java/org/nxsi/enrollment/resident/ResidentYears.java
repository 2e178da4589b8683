package org.nxsi.enrollment.resident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.assessment.AssessmentSheet;
import org.nxsi.enrollment.assessment.SchemeTotal;
import org.nxsi.enrollment.assessment.Sheets;
import org.nxsi.enrollment.collection.Due;
import org.nxsi.enrollment.collection.DueKey;
import org.nxsi.enrollment.collection.DueState;
import org.nxsi.enrollment.collection.Dues;
import org.nxsi.enrollment.person.PersonRegister;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.PersonId;
import org.springframework.stereotype.Component;

/** A resident's years as they are assessed and paid; each has one sheet, in the month in which it fell due at first. */
@Component
class ResidentYears {

    private final Sheets sheets;
    private final Dues dues;
    private final PersonRegister register;

    ResidentYears(Sheets sheets, Dues dues, PersonRegister register) {
        this.sheets = sheets;
        this.dues = dues;
        this.register = register;
    }

    /** @param due null until somebody collects it */
    record AssessedYear(AssessmentSheet sheet, @Nullable Due due) {

        int year() {
            return sheet.month().year();
        }

        YearAmounts amounts() {
            SchemeTotal total = sheet.total(Scheme.RESIDENT_PENSION);
            return YearAmounts.of(total == null ? SchemeTotal.none(Scheme.RESIDENT_PENSION) : total);
        }

        /** Whether money has come for it, or nothing is left for the person to pay. */
        boolean isPaid() {
            return due != null && (due.received().isPositive() || due.state() == DueState.PAID);
        }
    }

    Optional<AssessedYear> find(PersonId person, int year) {
        return between(person, year, year).stream().findFirst();
    }

    /** By year. */
    List<AssessedYear> between(PersonId person, int first, int last) {
        List<AssessedYear> years = new ArrayList<>();
        for (PersonId id : register.idsOf(person)) {
            sheets.of(
                            Payer.resident(id),
                            IntStream.rangeClosed(first, last)
                                    .boxed()
                                    .flatMap(year -> ResidentRelation.months(year).stream())
                                    .toList())
                    .forEach(sheet -> years.add(new AssessedYear(sheet, due(sheet))));
        }
        years.sort(Comparator.comparingInt(AssessedYear::year));
        return years;
    }

    private @Nullable Due due(AssessmentSheet sheet) {
        return dues.byId(new DueKey(sheet.payer(), Scheme.RESIDENT_PENSION, sheet.month()).id());
    }
}
