package org.nxsi.enrollment.medical;

import org.jspecify.annotations.Nullable;

/** No answer that can be used. */
final class MedicalSilent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MedicalSilent(String why, @Nullable Throwable cause) {
        super(why, cause);
    }
}
