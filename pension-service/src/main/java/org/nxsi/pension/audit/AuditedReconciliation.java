package org.nxsi.pension.audit;

import org.bson.codecs.pojo.annotations.BsonId;
import org.nxsi.platform.money.Fen;

/** What one bank's statements said of one run, when they were last read. */
public record AuditedReconciliation(
        @BsonId String id,
        String run,
        String bank,
        boolean done,
        long payments,
        Fen paymentsAmount,
        long returns,
        Fen returnsAmount,
        long differences)
        implements Audited {}
