package org.nxsi.enrollment.assessment;

import org.jspecify.annotations.Nullable;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;

/** Fields without which a request says nothing. */
public final class Needed {

    private Needed() {}

    /** @throws ProblemException 400 {@code missing-field} */
    public static <T> T field(@Nullable T value, String name) {
        if (value == null) {
            throw Problem.badRequest("missing-field", name, name + " is needed").exception();
        }
        return value;
    }
}
