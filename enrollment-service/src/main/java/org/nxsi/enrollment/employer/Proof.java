package org.nxsi.enrollment.employer;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.web.Problem;

/** The paper that shows what is asked for, by its reference; a reason is written the same way. */
final class Proof {

    private static final Pattern TEXT = Pattern.compile("[^\\p{Cntrl}]{2,100}");

    private Proof() {}

    /** @throws org.nxsi.platform.web.ProblemException 400 {@code text-required} */
    static String of(@Nullable String proof) {
        return text("proof", proof);
    }

    /** @throws org.nxsi.platform.web.ProblemException 400 {@code text-required} */
    static String text(String field, @Nullable String text) {
        if (text == null || text.isBlank() || !TEXT.matcher(text).matches()) {
            throw Problem.badRequest("text-required", field, "2 to 100 characters")
                    .exception();
        }
        return text.strip();
    }
}
