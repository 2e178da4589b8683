package org.nxsi.pension.difference;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.partner.Seal;

/**
 * A difference as it was seen: values only. Seen twice, by a run's reconciliation and by a day's, it is the same one.
 *
 * @param bank whose word
 * @param kind what differs
 * @param leg what of the payment: PAYMENT or RETURN, or what balance
 * @param run run concerned; null for a payout account's balance of a day
 * @param batch batch concerned, as the bank names it
 * @param endToEndId payment concerned, as the bank names it; the account for a balance
 * @param ours amount by our instruction or books; null if we have none
 * @param theirs amount by the bank's word; null if it has none
 * @param day the bank's business day of the word
 * @param reason why it came back, as the bank says
 * @param source report or statement that showed it
 */
public record Finding(
        String bank,
        Kind kind,
        String leg,
        @Nullable String run,
        @Nullable String batch,
        @Nullable String endToEndId,
        @Nullable Fen ours,
        @Nullable Fen theirs,
        @Nullable LocalDate day,
        @Nullable String reason,
        String source) {

    private static final int ID_DIGITS = 24;

    public static final String PAYMENT = "PAYMENT";
    public static final String RETURN = "RETURN";

    /** The same for the same difference, whoever finds it. A balance belongs to its day. */
    public String id() {
        String about = kind == Kind.BALANCE ? run + "/" + day : batch + "";
        return idOf(bank, kind, leg, about, endToEndId);
    }

    /** The id that the finding of this kind about a payment has or would have. */
    public static String idOf(String bank, Kind kind, String leg, @Nullable String batch, @Nullable String endToEndId) {
        String name = bank + "/" + kind + "/" + leg + "/" + batch + "/" + endToEndId;
        return Seal.digest(name.getBytes(StandardCharsets.UTF_8)).substring(0, ID_DIGITS);
    }
}
