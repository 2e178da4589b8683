package org.nxsi.enrollment.resident;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.assessment.AssessmentSheet;
import org.nxsi.enrollment.assessment.Ground;
import org.nxsi.enrollment.assessment.SheetView;
import org.nxsi.enrollment.collection.DueState;
import org.nxsi.enrollment.resident.ResidentYears.AssessedYear;
import org.nxsi.enrollment.specialgroup.Label;
import org.nxsi.enrollment.specialgroup.PaidBy;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/**
 * A resident's year.
 *
 * @param month under which the payment is kept
 * @param madeUp whether it is a past year that is made up for
 * @param governmentPays of the grade, because of {@code group}
 * @param payable what the person pays, at the tax office
 * @param subsidy what the government adds once the person has paid
 * @param account what goes to the personal account: the grade and the subsidy
 * @param difference to the assessment before
 * @param arrived what has been paid of it
 * @param policies what it rests on; a sample is shown as one
 */
record YearView(
        int year,
        Month month,
        String sheet,
        int revision,
        boolean madeUp,
        Fen grade,
        Fen governmentPays,
        @Nullable Group group,
        Fen payable,
        Fen subsidy,
        Fen account,
        Fen difference,
        Fen arrived,
        String state,
        LocalDate dueDate,
        List<SheetView.Policy> policies) {

    /** The one label that pays, among all of the year. */
    record Group(Label label, String title, List<Label> labels) {}

    static YearView of(AssessedYear year, @Nullable PaidBy paidBy) {
        AssessmentSheet sheet = year.sheet();
        YearAmounts amounts = year.amounts();
        return new YearView(
                year.year(),
                sheet.month(),
                sheet.number(),
                sheet.revision(),
                sheet.ground() == Ground.MADE_UP,
                amounts.grade(),
                amounts.governmentPays(),
                paidBy == null ? null : new Group(paidBy.label(), paidBy.label().title(), paidBy.labels()),
                amounts.payable(),
                amounts.subsidy(),
                amounts.account(),
                sheet.history().getLast().difference(),
                year.due() == null ? Fen.ZERO : year.due().arrived(),
                (year.due() == null ? DueState.ASSESSED : year.due().state()).title(),
                sheet.dueDate(),
                sheet.policies().stream().map(SheetView.Policy::of).toList());
    }
}
