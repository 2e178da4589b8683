package org.nxsi.pension.audit;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.money.Fen;

/** Where a bank's word and our instructions part. */
public record AuditedDifference(
        @BsonId String id,
        String bank,
        String kind,
        @Nullable String batch,
        @Nullable String endToEndId,
        @Nullable Fen ours,
        @Nullable Fen theirs,
        String source,
        @Nullable String state,
        Instant foundAt)
        implements Audited {}
