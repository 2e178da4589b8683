package org.nxsi.pension.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.beneficiary.Scheme;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/** A run with its control totals and its three people. */
public record AuditedRun(
        @BsonId String id,
        Month month,
        @Nullable String kind,
        String status,
        LocalDate cutOff,
        int slices,
        long beneficiaries,
        @Nullable Control control,
        List<Fund> funds,
        String maker,
        @Nullable String approver,
        @Nullable String releaser,
        Instant createdAt,
        @Nullable Instant approvedAt,
        @Nullable Instant releasedAt,
        @Nullable Instant paidAt)
        implements Audited {

    /** What it was calculated to. */
    public record Control(long entitled, Fen entitledAmount, long exceptions, Fen exceptionsAmount, long notDue) {}

    /** What a fund needs at a bank. */
    public record Fund(Scheme scheme, String bank, Fen needed) {}
}
