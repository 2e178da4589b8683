package org.nxsi.baseline;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;

/**
 * How the month ended. Persons are counts, amounts are fen.
 *
 * @param peak_mb largest resident memory of this process, MB; 0 where the kernel does not tell
 */
record Figures(
        long payees,
        long entitled,
        long paid,
        long returned,
        long exceptions,
        long entitledFen,
        long paidFen,
        long returnedFen,
        long exceptionsFen,
        Phases phases,
        long peak_mb) {

    /** Whether everybody who is owed something has an end that is known or named. */
    @JsonIgnore
    boolean isComplete() {
        return entitled == paid + returned + exceptions && entitledFen == paidFen + returnedFen + exceptionsFen;
    }

    void write(Path file) throws IOException {
        Files.write(file, new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
    }

    void print(PrintStream out) {
        out.printf("paid %,d  returned %,d  exceptions %,d  of %,d entitled%n", paid, returned, exceptions, entitled);
        out.printf(
                "import %.2f s  calculate %.2f s  pay %.2f s  reconcile %.2f s%n",
                phases.importing(), phases.calculate(), phases.pay(), phases.reconcile());
    }
}
