package org.nxsi.enrollment.batch;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.web.Page;
import org.nxsi.platform.web.PageRequest;

/**
 * A batch as answers show it.
 *
 * @param state {@code OPEN} until every row has its outcome, then {@code DONE}
 * @param done rows carried out; null while open, as are the other two
 * @param outcomes a page of what became of the rows; null while open
 */
public record BatchView(
        String id,
        String state,
        Instant receivedAt,
        int rows,
        @Nullable Integer done,
        @Nullable Integer alreadySo,
        @Nullable Integer refused,
        @Nullable Page<Outcome> outcomes) {

    /** With the first or a further page of what became of its rows. */
    public static <C extends BatchChunk> BatchView of(Batch batch, Batches<C> batches, PageRequest page) {
        if (!batch.isDone()) {
            return new BatchView(batch.id(), "OPEN", batch.receivedAt(), batch.rows(), null, null, null, null);
        }
        List<Outcome> all = new ArrayList<>();
        batches.chunks(batch).forEach(chunk -> all.addAll(chunk.outcomes()));
        List<Outcome> wanted = all.stream()
                .filter(each -> page.after() == null || key(each).compareTo(page.after()) > 0)
                .limit(page.limit() + 1L)
                .toList();
        return new BatchView(
                batch.id(),
                "DONE",
                batch.receivedAt(),
                batch.rows(),
                batch.done(),
                batch.alreadySo(),
                batch.refused(),
                Page.of(wanted, page, BatchView::key));
    }

    /** Whether every row has its outcome. */
    @JsonIgnore
    public boolean isDone() {
        return outcomes != null;
    }

    private static String key(Outcome outcome) {
        return "%06d".formatted(outcome.row());
    }
}
