package org.nxsi.enrollment.reconciliation;

import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * A page of a statement as it came; never changed. Public for the codec's sake.
 *
 * @param id collector, day, issue and page
 * @param page from 1
 * @param lines at most {@value #MOST_LINES}
 */
public record StatementPage(
        @BsonId String id, StatementHead head, int page, List<StatementLine> lines, Instant receivedAt) {

    static final int MOST_LINES = 1_000;

    public StatementPage {
        lines = List.copyOf(lines);
    }

    static StatementPage of(StatementHead head, int page, List<StatementLine> lines, Instant receivedAt) {
        return new StatementPage(head.pageId(page), head, page, lines, receivedAt);
    }

    boolean saysTheSameAs(StatementPage other) {
        return head.equals(other.head) && page == other.page && lines.equals(other.lines);
    }
}
