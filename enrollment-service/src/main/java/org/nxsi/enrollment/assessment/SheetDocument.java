package org.nxsi.enrollment.assessment;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * How a sheet stands in the store. Public for the driver.
 *
 * @param sheet null until the first revision is issued
 * @param claim who is working on it; null if nobody is
 * @param uncharged true until whoever collects has taken note of the latest revision; absent afterwards
 */
public record SheetDocument(
        @BsonId String id,
        @Nullable AssessmentSheet sheet,
        @Nullable Claim claim,
        @Nullable Boolean uncharged) {

    /** Until when somebody has it to themselves. */
    public record Claim(String by, Instant until) {}
}
