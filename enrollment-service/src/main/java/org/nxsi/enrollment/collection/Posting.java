package org.nxsi.enrollment.collection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.money.Fen;

/**
 * One fact about a due; never changed, never taken away. Public for the codec's sake.
 *
 * @param id made of what brought it, so that the same fact never counts twice
 * @param at when it became known or, of what the ledger tells, when it became true; real clock
 * @param on business date: of money the day on which it was paid
 * @param amount of money that came, went back or was moved
 * @param charged of a charge
 * @param lateFee paid beside the amount; it goes to the fund and never counts towards the due
 * @param reference notice, allocation, emergency period or ledger entry that it rests on
 * @param deadline last day to make it up; of what the ledger tells, null while it is open
 * @param by the person who did it; null for what partners and services tell
 * @param confirmedBy the second person of a decision that takes two
 */
public record Posting(
        @BsonId String id,
        Kind kind,
        Instant at,
        LocalDate on,
        @Nullable Fen amount,
        @Nullable Charged charged,
        @Nullable Fen lateFee,
        String reference,
        @Nullable LocalDate deadline,
        @Nullable String by,
        @Nullable String confirmedBy) {

    static final Comparator<Posting> IN_TIME =
            Comparator.comparing(Posting::on).thenComparing(Posting::kind).thenComparing(Posting::id);

    /** What a posting says. */
    public enum Kind {
        /** A sheet charges it; the highest revision counts. */
        CHARGED,
        /** The tax office has taken money for it. */
        PAID,
        /** A payment that the tax office has taken back: as if it had never come. */
        REVERSED,
        /** Money that came from what another due had too much of. */
        MOVED_IN,
        /** Money beyond what is owed went to another due (待转金分配). */
        MOVED_OUT,
        /** Not paid by the due date in an emergency period: the ledger has it. */
        PUT_OFF,
        /** The ledger says until when it is to be made up. */
        DEADLINE,
        /** The ledger says that it was not made up in time. */
        EXPIRED,
        /** Two people have decided in the ledger that the normal rules apply after the deadline. */
        NORMAL_RULES,
        /** Two people have opened it again in the ledger: what was said after the deadline counts no more. */
        REOPENED
    }

    static Posting charged(Charged charged, Instant at, LocalDate on) {
        return new Posting(
                "charged/" + charged.revision(),
                Kind.CHARGED,
                at,
                on,
                null,
                charged,
                null,
                charged.sheet(),
                null,
                null,
                null);
    }

    /** @param notice {@code <collector>|<notice id>} */
    public static Posting paid(String notice, Instant at, LocalDate paidOn, Fen amount, Fen lateFee) {
        return new Posting("paid/" + notice, Kind.PAID, at, paidOn, amount, null, lateFee, notice, null, null, null);
    }

    /** @param notice {@code <collector>|<notice id>} of the payment that is taken back */
    public static Posting reversed(String notice, Instant at, LocalDate on) {
        return new Posting("reversed/" + notice, Kind.REVERSED, at, on, null, null, null, notice, null, null, null);
    }

    /** Money beyond what is owed goes, or comes, by a decision of two people. */
    public static Posting moved(
            Kind inOrOut, String allocation, Instant at, LocalDate on, Fen amount, String by, String confirmedBy) {
        return new Posting(
                inOrOut.name().toLowerCase(Locale.ROOT) + "/" + allocation,
                inOrOut,
                at,
                on,
                amount,
                null,
                null,
                allocation,
                null,
                by,
                confirmedBy);
    }

    /** @param period the emergency period that covers the due date */
    public static Posting putOff(Instant at, LocalDate on, String period) {
        return new Posting("put-off", Kind.PUT_OFF, at, on, null, null, null, period, null, null, null);
    }

    /** What the ledger says of its entry; of several of a kind the last one counts. */
    public static Posting ofLedger(
            Kind kind, String event, Instant at, LocalDate on, String entry, @Nullable LocalDate deadline) {
        return new Posting(
                kind.name().toLowerCase(Locale.ROOT) + "/" + event,
                kind,
                at,
                on,
                null,
                null,
                null,
                entry,
                deadline,
                null,
                null);
    }
}
