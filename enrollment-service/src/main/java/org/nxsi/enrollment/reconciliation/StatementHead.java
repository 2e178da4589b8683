package org.nxsi.enrollment.reconciliation;

import java.time.LocalDate;

/**
 * What all pages of a statement say alike. Public for the codec's sake.
 *
 * @param issue from 1; a later one of the same day supersedes the earlier
 * @param pages how many pages there are, at most {@value #MOST_PAGES}
 * @param count how many lines there are on all of them
 * @param total_fen what all lines bring with their late fees, what was taken back below zero
 */
public record StatementHead(String collector, LocalDate day, int issue, int pages, int count, long total_fen) {

    static final int MOST_PAGES = 20;
    static final int MOST_ISSUES = 99;

    /** Name of what is reconciled: a collector's day. */
    String dayId() {
        return collector + "|" + day;
    }

    String pageId(int page) {
        return "%s|%02d|%02d".formatted(dayId(), issue, page);
    }
}
