package org.nxsi.enrollment.employer;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.cases.CaseFile;
import org.nxsi.platform.money.Month;

/**
 * A change of an employer, asked for or done. Public for the driver only.
 *
 * @param command what asked for it: a repetition finds it
 * @param file its case; the number is that of the change (变更编号)
 * @param by who asked, a person
 * @param proof the paper that shows it, by its reference
 * @param from from which month on, for what holds by month
 * @param fields before and after; before is what stood when it was asked for, and after the decision what stood then
 */
public record EmployerChange(
        String command, CaseFile file, String by, String proof, Month from, Instant at, List<FieldChange> fields) {

    /** @param field as in requests and answers; of a scheme {@code scheme-110}, of an agent {@code agent} */
    public record FieldChange(
            String field, @Nullable String before, @Nullable String after) {}

    public EmployerChange {
        fields = List.copyOf(fields);
    }

    boolean isOpen() {
        return file.state().isUndecided();
    }

    EmployerChange with(CaseFile next, List<FieldChange> nextFields) {
        return new EmployerChange(command, next, by, proof, from, at, nextFields);
    }
}
