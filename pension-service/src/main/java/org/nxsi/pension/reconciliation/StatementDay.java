package org.nxsi.pension.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.beneficiary.Scheme;
import org.nxsi.platform.money.Fen;

/**
 * One bank's statements of one business day, of all its payout accounts, against everything that we hold for that day.
 *
 * @param id {@code <bank>/<day>}, the scope of its differences
 * @param round grows with every time the day is matched
 * @param done whether it was matched since somebody has asked for it
 * @param wantedBy person who asked for it, or the sweep
 * @param accounts what the statements say
 * @param differences how many the last look has found
 * @param dueAt when the statements are read next; null once they were
 * @param tries in vain so far
 * @param trouble why the last one was
 */
public record StatementDay(
        @BsonId String id,
        String bank,
        LocalDate day,
        int round,
        boolean done,
        String wantedBy,
        List<AccountDay> accounts,
        long differences,
        @Nullable Instant matchedAt,
        @Nullable Instant dueAt,
        int tries,
        @Nullable String trouble) {

    /** One payout account's day by its statement. */
    public record AccountDay(
            Scheme scheme,
            String account,
            Fen opening,
            Fen closing,
            long entries,
            long payments,
            Fen paymentsAmount,
            long returns,
            Fen returnsAmount) {}

    static String idOf(String bank, LocalDate day) {
        return bank + "/" + day;
    }

    static StatementDay wanted(String bank, LocalDate day, String by, Instant now) {
        return new StatementDay(idOf(bank, day), bank, day, 1, false, by, List.of(), 0, null, now, 0, null);
    }
}
