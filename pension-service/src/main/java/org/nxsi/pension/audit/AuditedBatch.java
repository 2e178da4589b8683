package org.nxsi.pension.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.beneficiary.Scheme;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/**
 * A bank batch.
 *
 * @param withheld stopped between approval and release; absent in a batch from which nothing was
 * @param escalation why people look after it; absent if nobody has to
 */
public record AuditedBatch(
        @BsonId String id,
        String run,
        String bank,
        Month month,
        String status,
        int count,
        Fen amount,
        List<Fund> funds,
        int attempt,
        @Nullable String messageId,
        @Nullable String digest,
        @Nullable String refusal,
        @Nullable Instant releasedAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant nextInquiryAt,
        @Nullable Document escalation,
        List<LocalDate> bookedOn,
        int paid,
        Fen paidAmount,
        int returned,
        Fen returnedAmount,
        @Nullable Integer withheld,
        @Nullable Fen withheldAmount)
        implements Audited {

    /** One fund's part. */
    public record Fund(Scheme scheme, int count, Fen amount) {}
}
