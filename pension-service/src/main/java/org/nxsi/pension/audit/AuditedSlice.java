package org.nxsi.pension.audit;

import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.money.Fen;

/** A worker's piece of a run. */
public record AuditedSlice(
        @BsonId String id,
        String run,
        boolean closed,
        @Nullable Result result) implements Audited {

    /** What it was closed with. */
    public record Result(int read, int notDue, int payable, Fen payableAmount, int exceptions, Fen exceptionsAmount) {}
}
