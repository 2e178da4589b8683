package org.nxsi.enrollment.collector;

import java.time.Instant;
import java.time.LocalDate;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.collection.DueKey;
import org.nxsi.enrollment.collection.Posting;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/**
 * What a collector has told of one payment; what it says never changes. Public for the codec's sake.
 *
 * @param id {@code <collector>|<number>}
 * @param number the collector's own number of this notice
 * @param month the month that the money belongs to (费款所属期)
 * @param amount towards the contribution; of a reversal, what is taken back
 * @param lateFee paid, or taken back, beside it: it goes to the fund and counts towards no due
 * @param paidOn when it was paid, or taken back
 * @param area of the collector's office
 * @param takesBack {@code <collector>|<number>} of the payment that a reversal takes back, all of it; null of a payment
 * @param receivedAt real clock
 * @param unposted true until its due knows of it; null afterwards
 * @param leftOver true if its due had no room for it: for people to look at; null otherwise
 */
public record PaymentNotice(
        @BsonId String id,
        String collector,
        String number,
        Kind kind,
        Payer payer,
        Scheme scheme,
        Month month,
        Fen amount,
        Fen lateFee,
        LocalDate paidOn,
        AreaCode area,
        @Nullable String takesBack,
        Instant receivedAt,
        @Nullable Boolean unposted,
        @Nullable Boolean leftOver) {

    /** What happened to the money. */
    public enum Kind {
        PAID,
        /** An earlier payment was taken back: as if it had never come. */
        REVERSED
    }

    /** @throws IllegalArgumentException for a negative amount, or a reversal of nothing */
    public PaymentNotice {
        if (amount.isNegative() || lateFee.isNegative() || (kind == Kind.REVERSED) == (takesBack == null)) {
            throw new IllegalArgumentException("not a notice of a payment, or of one taken back: " + id);
        }
    }

    static String idOf(String collector, String number) {
        return collector + "|" + number;
    }

    public DueKey due() {
        return new DueKey(payer, scheme, month);
    }

    /** What its due is told. */
    Posting posting() {
        return takesBack == null
                ? Posting.paid(id, receivedAt, paidOn, amount, lateFee)
                : Posting.reversed(takesBack, receivedAt, paidOn);
    }

    /** Whether both say the same, whenever they came. */
    boolean saysTheSameAs(PaymentNotice other) {
        return asTold().equals(other.asTold());
    }

    /** Whether the money is that of the other: of the same due, and as much. */
    boolean isAbout(PaymentNotice other) {
        return due().equals(other.due()) && amount.equals(other.amount) && lateFee.equals(other.lateFee);
    }

    private PaymentNotice asTold() {
        return new PaymentNotice(
                id,
                collector,
                number,
                kind,
                payer,
                scheme,
                month,
                amount,
                lateFee,
                paidOn,
                area,
                takesBack,
                Instant.EPOCH,
                null,
                null);
    }
}
