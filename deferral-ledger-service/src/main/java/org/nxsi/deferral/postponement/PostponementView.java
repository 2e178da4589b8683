package org.nxsi.deferral.postponement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.deferral.ledger.Arrangement;
import org.nxsi.platform.money.Month;

/** A postponement as staff see it. */
record PostponementView(
        String id,
        Arrangement arrangement,
        String employer,
        String area,
        Month from,
        Month to,
        LocalDate lastDayWithoutLateFee,
        List<String> schemes,
        String docNo,
        @Nullable String reason,
        Postponement.State state,
        String by,
        Instant at,
        Postponement.@Nullable Decision decision) {

    static PostponementView of(Postponement postponement) {
        return new PostponementView(
                postponement.id(),
                Arrangement.POSTPONEMENT,
                postponement.employer(),
                postponement.area(),
                postponement.from(),
                postponement.to(),
                postponement.lastDay(),
                postponement.schemes(),
                postponement.docNo(),
                postponement.reason(),
                postponement.state(),
                postponement.by(),
                postponement.at(),
                postponement.decision());
    }
}
