package org.nxsi.pension.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.beneficiary.Scheme;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/**
 * What goes to one bank in one message: a slice's instructions there.
 *
 * @param id {@code <run>.<slice>.<bank>}
 * @param month paid month
 * @param count instructions, frozen when calculated
 * @param amount their sum, frozen when calculated
 * @param funds the same by fund
 * @param attempt number of the message id in use; 0 before the first
 * @param messageId {@code <id>-<attempt>}; null before the first
 * @param digest SM3 of the stored canonical bytes, hex
 * @param refusal the bank's reason for refusing the whole
 * @param releasedAt when it was released, real clock
 * @param sentAt when the message id in use was first handed to the bank, real clock
 * @param confirmedAt when the last final word was applied, real clock
 * @param nextInquiryAt when to ask the bank, real clock; null when there is nothing to ask
 * @param inquiries unanswered in a row
 * @param bookedOn the bank's business days that its entries stand on
 * @param paid final word: credited
 * @param returned final word: returned
 * @param waitingSince since when a final word is waited for, real clock; null when none is
 * @param asked inquiries since then
 * @param escalation set while the batch is on the list of people
 * @param notReceivedBy resolution by which the same message goes again; null unless two people have said so
 * @param reissue whether it pays again what was returned before
 * @param byFund the final words by fund; empty before the first
 * @param withheld stopped ones, which do not travel: approved = released + withheld
 * @param stops who was stopped, and whose stop was lifted again
 * @param stopVersion grows with every change of the stops
 * @param sealed on its way into an order: nobody can be stopped any more
 */
public record Batch(
        @BsonId String id,
        String run,
        String bank,
        Month month,
        BatchStatus status,
        int count,
        Fen amount,
        List<FundShare> funds,
        int attempt,
        @Nullable String messageId,
        @Nullable String digest,
        @Nullable String refusal,
        @Nullable Instant releasedAt,
        @Nullable Instant sentAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant nextInquiryAt,
        int inquiries,
        List<LocalDate> bookedOn,
        int paid,
        Fen paidAmount,
        int returned,
        Fen returnedAmount,
        @Nullable Instant waitingSince,
        int asked,
        @Nullable Escalation escalation,
        @Nullable String notReceivedBy,
        boolean reissue,
        List<FundWords> byFund,
        int withheld,
        Fen withheldAmount,
        List<Stop> stops,
        int stopVersion,
        boolean sealed) {

    /** One fund's part of a batch. */
    public record FundShare(Scheme scheme, int count, Fen amount) {}

    /** One fund's final words: credited, and returned. */
    public record FundWords(Scheme scheme, Fen paid, Fen returned) {}

    /**
     * A payment that was stopped after approval.
     *
     * @param instruction key
     * @param lifting null unless somebody wants the stop away
     */
    public record Stop(
            String instruction,
            Scheme scheme,
            Fen amount,
            String reason,
            @Nullable String note,
            String by,
            Instant at,
            @Nullable Lifting lifting) {

        /** Whether the payment is withheld. */
        public boolean holds() {
            return lifting == null || lifting.approvedBy() == null;
        }

        public Stop with(Lifting wanted) {
            return new Stop(instruction, scheme, amount, reason, note, by, at, wanted);
        }
    }

    /** Who wants a stop away, and the other person who has lifted it; null until then. */
    public record Lifting(
            String by,
            Instant at,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt) {}

    public Batch {
        Fen sum = funds.stream().map(FundShare::amount).reduce(Fen.ZERO, Fen::plus);
        if (!sum.equals(amount) || funds.stream().mapToInt(FundShare::count).sum() != count) {
            throw new IllegalArgumentException("batch " + id + " is not the sum of its funds");
        }
    }

    public static String idOf(String slice, String bank) {
        return slice + "." + bank;
    }

    public static Batch calculated(
            String id, String run, String bank, Month month, boolean reissue, List<FundShare> funds) {
        return new Batch(
                id,
                run,
                bank,
                month,
                BatchStatus.CALCULATED,
                funds.stream().mapToInt(FundShare::count).sum(),
                funds.stream().map(FundShare::amount).reduce(Fen.ZERO, Fen::plus),
                funds,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                List.of(),
                0,
                Fen.ZERO,
                0,
                Fen.ZERO,
                null,
                0,
                null,
                null,
                reissue,
                List.of(),
                0,
                Fen.ZERO,
                List.of(),
                0,
                false);
    }

    /** Released, but without a final word for everybody yet: this money is no longer free. */
    public boolean isUnderWay() {
        return BatchStatus.UNDER_WAY.contains(status);
    }

    /** Keys of the payments that a stop holds, or of those whose stop was lifted. */
    public List<String> stopped(boolean holding) {
        return stops.stream()
                .filter(stop -> stop.holds() == holding)
                .map(Stop::instruction)
                .toList();
    }

    /** How many travel: all that nobody has stopped. */
    public int payable() {
        return count - withheld;
    }

    public Fen payableAmount() {
        return amount.minus(withheldAmount);
    }

    /** Sent, as far as we know, and without a final word: counts as unknown. */
    public int unknown() {
        return status == BatchStatus.CALCULATED ? 0 : payable() - paid - returned;
    }

    public Fen unknownAmount() {
        return status == BatchStatus.CALCULATED
                ? Fen.ZERO
                : payableAmount().minus(paidAmount).minus(returnedAmount);
    }
}
