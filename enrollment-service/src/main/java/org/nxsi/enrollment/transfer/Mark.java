package org.nxsi.enrollment.transfer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who does a step and when.
 *
 * @param due last day of what begins with the step; null where it cannot be told yet
 */
record Mark(LocalDate on, String by, @Nullable LocalDate due) {}
