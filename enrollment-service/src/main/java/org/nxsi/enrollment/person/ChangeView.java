package org.nxsi.enrollment.person;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.identity.Masking;

/** A change of a person as staff see it. @param by who made it, an opaque id */
record ChangeView(LocalDate on, String by, String proof, List<Change.Field> fields) {

    static ChangeView of(Change change, boolean masked) {
        return new ChangeView(
                change.on(),
                change.by(),
                change.proof(),
                change.fields().stream()
                        .map(each -> masked
                                ? new Change.Field(
                                        each.field(),
                                        mask(each.field(), each.before()),
                                        mask(each.field(), each.after()))
                                : each)
                        .toList());
    }

    private static @Nullable String mask(String field, @Nullable String value) {
        if (value == null) {
            return null;
        }
        return switch (field) {
            case "name" -> Masking.name(value);
            case "number" -> Masking.socialNumber(value);
            case "phone" -> Masking.phone(value);
            default -> value;
        };
    }
}
