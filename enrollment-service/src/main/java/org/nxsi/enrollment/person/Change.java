package org.nxsi.enrollment.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of what the register says. Public for the driver only.
 *
 * @param id made from the command, so that a repetition finds it
 * @param on business date
 * @param by the person who made it
 * @param proof the paper that shows it, by its reference
 */
public record Change(String id, LocalDate on, Instant at, String by, String proof, List<Field> fields) {

    /** @param field as in answers */
    public record Field(
            String field, @Nullable String before, @Nullable String after) {}

    public Change {
        fields = List.copyOf(fields);
    }
}
