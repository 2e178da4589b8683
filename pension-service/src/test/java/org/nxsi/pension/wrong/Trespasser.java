package org.nxsi.pension.wrong;

import java.time.LocalDate;
import org.nxsi.local.stack.StackConfig;

/** Wrong on purpose: reaches into another module, and is a rule that asks a clock of its own. */
record Trespasser(Class<StackConfig> elsewhere) {

    LocalDate today() {
        return LocalDate.now();
    }
}
