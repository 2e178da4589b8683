package org.nxsi.enrollment.employer;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.application.CaseView;
import org.nxsi.platform.money.Month;

/**
 * A change of an employer.
 *
 * @param number of the change, which is that of its case
 * @param from first month, for what holds by month
 */
record ChangeView(String number, Month from, String proof, List<Field> fields, CaseView application) {

    record Field(
            String field,
            String title,
            @Nullable String before,
            @Nullable String after) {

        static Field of(EmployerChange.FieldChange change) {
            String title = Arrays.stream(EmployerField.values())
                    .filter(each -> each.key().equals(change.field()))
                    .map(EmployerField::title)
                    .findFirst()
                    .orElse(change.field().startsWith("scheme") ? "参加险种" : "经办人");
            return new Field(change.field(), title, change.before(), change.after());
        }
    }

    static ChangeView own(EmployerChange change, LocalDate today) {
        return of(change, CaseView.own(change.file(), today));
    }

    static ChangeView staff(EmployerChange change, LocalDate today) {
        return of(change, CaseView.staff(change.file(), today));
    }

    private static ChangeView of(EmployerChange change, CaseView application) {
        return new ChangeView(
                change.file().number().toString(),
                change.from(),
                change.proof(),
                change.fields().stream().map(Field::of).toList(),
                application);
    }
}
