package org.nxsi.enrollment.specialgroup;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;

/** References and reasons: short lines. */
final class GroupText {

    private static final Pattern TEXT = Pattern.compile("[^\\p{Cntrl}]{2,100}");

    private GroupText() {}

    /** @throws ProblemException 400 {@code text-required} */
    static String required(String field, @Nullable String text) {
        if (text == null || text.isBlank() || !TEXT.matcher(text).matches()) {
            throw Problem.badRequest("text-required", field, "2 to 100 characters")
                    .exception();
        }
        return text.strip();
    }

    /** Null where nothing was said. */
    static @Nullable String optional(String field, @Nullable String text) {
        return text == null || text.isBlank() ? null : required(field, text);
    }
}
