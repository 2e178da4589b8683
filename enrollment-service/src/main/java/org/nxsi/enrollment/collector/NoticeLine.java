package org.nxsi.enrollment.collector;

import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.batch.Refusal;

/**
 * What became of one notice.
 *
 * @param row from 1, as it came
 * @param id the collector's number; null if there was none
 * @param code why it was refused; null unless it was
 * @param field that was wrong; null where none was
 */
record NoticeLine(
        int row,
        @Nullable String id,
        Result result,
        @Nullable String code,
        @Nullable String field,
        @Nullable String detail) {

    enum Result {
        STORED,
        /** It was told before, with the same words. */
        ALREADY_STORED,
        REFUSED
    }

    static NoticeLine of(int row, @Nullable String id, Result result) {
        return new NoticeLine(row, id, result, null, null, null);
    }

    static NoticeLine refused(int row, @Nullable String id, Refusal refusal) {
        return new NoticeLine(row, id, Result.REFUSED, refusal.code(), refusal.field(), refusal.detail());
    }
}
