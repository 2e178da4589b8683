package org.nxsi.enrollment.wrong;

import java.time.LocalDate;

/** Wrong on purpose: a value with a clock of its own. */
record Impatient(LocalDate due) {

    boolean isOver() {
        return LocalDate.now().isAfter(due);
    }
}
