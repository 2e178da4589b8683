package org.nxsi.pension.audit;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** A bank's report that was kept, and whether it was applied. */
public record AuditedReport(
        @BsonId String id,
        String bank,
        String batch,
        boolean applied,
        Instant receivedAt,
        @Nullable Instant appliedAt) implements Audited {}
