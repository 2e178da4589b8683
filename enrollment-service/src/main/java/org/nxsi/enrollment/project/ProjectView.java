package org.nxsi.enrollment.project;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.application.CaseView;
import org.nxsi.enrollment.assessment.AssessmentSheet;
import org.nxsi.enrollment.assessment.SheetView;
import org.nxsi.enrollment.collection.Due;
import org.nxsi.enrollment.collection.DueState;
import org.nxsi.platform.money.Fen;

/**
 * A project as its employer's agents and staff see it.
 *
 * @param project {@code <credit code>-<number>}
 * @param contractValue yuan
 * @param endsOn planned last day, with any extension
 * @param completedOn real last day; absent until it is told
 * @param sheet what is owed; absent until it is assessed
 * @param due how far it is paid; absent until it is charged
 */
record ProjectView(
        String project,
        String employer,
        int number,
        String name,
        Area area,
        String contractNumber,
        Fen contractValue,
        LocalDate startsOn,
        LocalDate endsOn,
        @Nullable LocalDate completedOn,
        ProjectState state,
        String stateTitle,
        @Nullable SheetView sheet,
        @Nullable Paid due,
        List<Change> changes) {

    record Area(String code, String name) {}

    /** @param received all money that came; @param fullOn day since which nothing is missing */
    record Paid(
            DueState state,
            String stateTitle,
            LocalDate dueDate,
            Fen assessed,
            Fen received,
            @Nullable LocalDate fullOn) {

        static @Nullable Paid of(@Nullable Due due) {
            if (due == null || due.dueDate() == null || due.assessed() == null) {
                return null;
            }
            return new Paid(
                    due.state(), due.state().title(), due.dueDate(), due.assessed(), due.received(), due.fullOn());
        }
    }

    /** @param before an amount in yuan or a day; absent where nothing stood */
    record Change(
            String number,
            ProjectChange.Kind kind,
            String title,
            @Nullable String before,
            String after,
            String proof,
            CaseView application) {}

    static ProjectView of(
            Project project, @Nullable AssessmentSheet sheet, @Nullable Due due, boolean staff, LocalDate today) {
        return new ProjectView(
                project.id(),
                project.employer().value(),
                project.number(),
                project.name(),
                new Area(project.area().code(), project.area().fullName()),
                project.contractNumber(),
                project.contractValue(),
                project.startsOn(),
                project.endsOn(),
                project.completedOn(),
                project.state(),
                project.state().title(),
                sheet == null ? null : SheetView.of(sheet),
                Paid.of(due),
                project.changes().reversed().stream()
                        .map(each -> change(each, staff, today))
                        .toList());
    }

    private static Change change(ProjectChange change, boolean staff, LocalDate today) {
        return new Change(
                change.file().number().toString(),
                change.kind(),
                change.kind().title(),
                change.before(),
                change.after(),
                change.proof(),
                staff ? CaseView.staff(change.file(), today) : CaseView.own(change.file(), today));
    }
}
