package org.nxsi.enrollment.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A collector's day and how far it is reconciled. Public for the codec's sake.
 *
 * @param id collector and day
 * @param issue the statement's issue that was matched last; 0 while none was
 * @param sides counts and sums of both sides; null while nothing was matched
 * @param openDifferences how many were open after the last matching
 * @param dueAt when it is to be matched next, real clock; null if not by itself
 */
public record ReconciledDay(
        @BsonId String id,
        String collector,
        LocalDate day,
        int issue,
        @Nullable Sides sides,
        int openDifferences,
        @Nullable Instant matchedAt,
        @Nullable Instant dueAt) {}
