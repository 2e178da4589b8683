package org.nxsi.pension.payment;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.money.Fen;

/**
 * Where a bank's word and our instructions part; for people to look into, never applied.
 *
 * @param id deterministic: the same difference found twice is one
 * @param bank whose word
 * @param kind what differs
 * @param batch batch concerned, if it is one of ours
 * @param endToEndId payment concerned, as the bank names it
 * @param ours amount by our instruction; null if we have none
 * @param theirs amount by the bank's word; null if it has none
 * @param source report or statement that showed it
 */
public record Difference(
        @BsonId String id,
        String bank,
        Kind kind,
        @Nullable String batch,
        @Nullable String endToEndId,
        @Nullable Fen ours,
        @Nullable Fen theirs,
        String source,
        Instant foundAt) {

    /** What differs. */
    public enum Kind {
        /** We sent it and hold it for paid or returned; the statement lacks it. */
        MISSING_AT_BANK,
        /** The bank names a payment that is none of ours. */
        MISSING_HERE,
        /** Another amount. */
        AMOUNT,
        /** More often than once. */
        DUPLICATE,
        /** Another payee's account. */
        WRONG_ACCOUNT,
        /** Returned first and credited afterwards. */
        PAID_AFTER_RETURN,
        /** The statement's balance is not the books'. */
        BALANCE
    }

    public static Difference of(
            String bank,
            Kind kind,
            @Nullable String batch,
            @Nullable String endToEndId,
            @Nullable Fen ours,
            @Nullable Fen theirs,
            String source) {
        String id = bank + "/" + kind + "/" + batch + "/" + endToEndId + "/" + source;
        return new Difference(id, bank, kind, batch, endToEndId, ours, theirs, source, Instant.now());
    }
}
