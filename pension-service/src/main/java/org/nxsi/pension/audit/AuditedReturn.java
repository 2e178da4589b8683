package org.nxsi.pension.audit;

import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A returned payment on the correction list, under the returned instruction's key.
 *
 * @param reissue key of the re-issue that it leads to
 * @param reissueRun supplementary run that makes it; null until one does
 */
public record AuditedReturn(
        @BsonId String id,
        @Nullable String state,
        @Nullable String reissue,
        @Nullable String reissueRun) implements Audited {}
