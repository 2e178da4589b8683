package org.nxsi.enrollment.rights;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/**
 * A month of a scheme in a person's record; of residents, who pay by the year, a year.
 *
 * @param state the best of its payers
 * @param payers at least one
 */
record RecordMonth(Month month, MonthState state, List<OfPayer> payers) {

    RecordMonth {
        payers = List.copyOf(payers);
    }

    /** @throws IllegalArgumentException for no payer */
    static RecordMonth of(Month month, List<OfPayer> payers) {
        MonthState best = MonthState.best(payers.stream().map(OfPayer::state).toList())
                .orElseThrow(() -> new IllegalArgumentException("a month of no payer"));
        return new RecordMonth(month, best, payers);
    }

    /**
     * What one payer has to do with it.
     *
     * @param base null while nothing is assessed
     * @param employer what the employer owes, after relief
     * @param person what the person owes
     * @param exempted what relief took off
     * @param dueDate null where it is not known
     * @param deadline last day to make up what is deferred; null while it is open, and of what is not deferred
     */
    record OfPayer(
            Payer payer,
            MonthState state,
            @Nullable Fen base,
            Fen employer,
            Fen person,
            Fen exempted,
            @Nullable LocalDate dueDate,
            @Nullable LocalDate deadline) {}
}
