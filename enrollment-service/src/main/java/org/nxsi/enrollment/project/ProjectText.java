package org.nxsi.enrollment.project;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.web.Problem;

/** What people write in their own words. */
final class ProjectText {

    private static final Pattern TEXT = Pattern.compile("[^\\p{Cntrl}]{2,100}");

    private ProjectText() {}

    /** @throws org.nxsi.platform.web.ProblemException 400 {@code text-required} */
    static String of(String field, @Nullable String text) {
        if (text == null || text.isBlank() || !TEXT.matcher(text).matches()) {
            throw Problem.badRequest("text-required", field, "2 to 100 characters")
                    .exception();
        }
        return text.strip();
    }
}
