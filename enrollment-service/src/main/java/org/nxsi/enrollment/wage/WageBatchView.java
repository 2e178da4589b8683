package org.nxsi.enrollment.wage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.batch.BatchView;
import org.nxsi.enrollment.batch.Outcome;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.Page;

/**
 * A batch of wages as answers show it.
 *
 * @param state {@code OPEN} until every row has its outcome, then {@code DONE}
 * @param limits of the page's months, or what is missing for them
 * @param outcomes a page of what became of the rows; absent while open
 */
record WageBatchView(
        String id,
        String state,
        Instant receivedAt,
        int rows,
        @Nullable Integer done,
        @Nullable Integer alreadySo,
        @Nullable Integer refused,
        List<Bases.Limits> limits,
        @Nullable Page<Row> outcomes) {

    /**
     * What became of a row.
     *
     * @param bases what is accepted as base (缴费基数), by scheme; none of a scheme whose limits are not known
     */
    record Row(
            int row,
            Outcome.Result result,
            @Nullable String code,
            @Nullable String field,
            @Nullable String detail,
            @Nullable String clause,
            @Nullable Month from,
            @Nullable Fen wage,
            Map<String, Fen> bases) {

        static Row of(Outcome outcome, @Nullable WageLine line, Bases bases) {
            Month from = line == null ? null : line.from();
            Fen wage = line == null ? null : line.wage();
            return new Row(
                    outcome.row(),
                    outcome.result(),
                    outcome.code(),
                    outcome.field(),
                    outcome.detail(),
                    outcome.clause(),
                    from,
                    wage,
                    outcome.isSo() && from != null && wage != null ? bases.of(from, wage) : Map.of());
        }
    }

    static WageBatchView of(BatchView batch, List<Bases.Limits> limits, @Nullable Page<Row> outcomes) {
        return new WageBatchView(
                batch.id(),
                batch.state(),
                batch.receivedAt(),
                batch.rows(),
                batch.done(),
                batch.alreadySo(),
                batch.refused(),
                limits,
                outcomes);
    }
}
