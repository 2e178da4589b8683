package org.nxsi.enrollment.medical;

import org.jspecify.annotations.Nullable;

/**
 * A medical relation as the medical-insurance bureau tells it.
 *
 * @param scheme 310 of employees, 390 of residents (AAE140)
 * @param state of contributions, list AAC031
 * @param area six digits
 * @param from first month, such as {@code 2015-03}
 * @param to last month; null while it runs
 */
public record MedicalRelation(
        String scheme,
        String schemeName,
        String state,
        String stateName,
        String area,
        String from,
        @Nullable String to) {}
