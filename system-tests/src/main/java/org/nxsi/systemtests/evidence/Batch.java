package org.nxsi.systemtests.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.money.Fen;

/**
 * A bank batch.
 *
 * @param count frozen when it was calculated, as are the amount and the funds
 * @param escalation why people look after it; null if nobody has to
 */
public record Batch(
        String id,
        String run,
        String bank,
        String status,
        long count,
        Fen amount,
        List<Fund> funds,
        int attempt,
        @Nullable String messageId,
        @Nullable String digest,
        @Nullable Instant releasedAt,
        @Nullable Instant nextInquiryAt,
        @Nullable Map<String, Object> escalation,
        long paid,
        Fen paidAmount,
        long returned,
        Fen returnedAmount,
        long withheld,
        @Nullable Fen withheldAmount) {

    private static final Set<String> UNDER_WAY = Set.of("RELEASED", "SENDING", "SENT", "UNKNOWN", "REFUSED");

    /** One fund's part. */
    public record Fund(String scheme, long count, Fen amount) {}

    /** Released, but without a final word for everybody. */
    public boolean isUnderWay() {
        return UNDER_WAY.contains(status);
    }

    /** Without what moves by itself while a bank is silent. */
    Batch withoutPatience() {
        return new Batch(
                id,
                run,
                bank,
                status,
                count,
                amount,
                funds,
                attempt,
                messageId,
                digest,
                releasedAt,
                null,
                null,
                paid,
                paidAmount,
                returned,
                returnedAmount,
                withheld,
                withheldAmount);
    }

    public boolean isSettled() {
        return status.equals("SETTLED");
    }

    public Fen withheldSum() {
        return withheldAmount == null ? Fen.ZERO : withheldAmount;
    }

    /** What may travel. */
    public long released() {
        return count - withheld;
    }

    public Fen releasedAmount() {
        return amount.minus(withheldSum());
    }
}
