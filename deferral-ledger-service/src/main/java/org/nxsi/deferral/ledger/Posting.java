package org.nxsi.deferral.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.money.Fen;

/**
 * One fact about an entry; never changed, never taken away. Public for the codec's sake.
 *
 * @param id made of what brought it, so that the same fact never counts twice: {@code <event>#<line>}, or a command's
 * @param at when it became true, real clock
 * @param on business date: of an opening the day of registration, of a make-up the day it was made up
 * @param area six digits; of openings and make-ups
 * @param scheme code of list AAE140; of openings, make-ups and assessments
 * @param amount null where it is not known; of a make-up without one: all of the scheme
 * @param dueDate last day by normal rules; of openings
 * @param period the emergency period that covers the due date; of openings
 * @param reference number of the payment or case that made it up, or of what it rests on
 * @param by person who did it; null for what services tell
 * @param confirmedBy the second person of a decision that takes two
 * @param voids ids of the postings that do not count any more; of reopenings
 */
public record Posting(
        @BsonId String id,
        Kind kind,
        Instant at,
        LocalDate on,
        @Nullable String area,
        @Nullable String scheme,
        @Nullable Fen amount,
        @Nullable LocalDate dueDate,
        @Nullable String period,
        @Nullable String reason,
        @Nullable Channel channel,
        @Nullable String reference,
        @Nullable String by,
        @Nullable String confirmedBy,
        List<String> voids) {

    static final Comparator<Posting> IN_TIME = Comparator.comparing(Posting::at).thenComparing(Posting::id);

    /** What a posting says. */
    public enum Kind {
        OPENED,
        MADE_UP,
        /** A later assessment of a scheme's amount. */
        AMOUNT,
        WITHDRAWN,
        REOPENED,
        /** Not made up when its deadline was over. */
        EXPIRED,
        /** Two people have decided that the normal rules apply after the deadline. */
        NORMAL_RULES
    }

    public Posting {
        voids = List.copyOf(voids);
    }

    /** Business of one scheme was put off; {@code by} is null for what services tell. */
    static Posting opened(
            String id,
            Instant at,
            LocalDate on,
            @Nullable String area,
            @Nullable String scheme,
            @Nullable Fen amount,
            LocalDate dueDate,
            String period,
            String reason,
            Channel channel,
            @Nullable String by) {
        return new Posting(
                id,
                Kind.OPENED,
                at,
                on,
                area,
                scheme,
                amount,
                dueDate,
                period,
                reason,
                channel,
                null,
                by,
                null,
                List.of());
    }

    /** Its deadline was over, and it was not made up. */
    static Posting expired(String id, Instant at, LocalDate on) {
        return new Posting(
                id, Kind.EXPIRED, at, on, null, null, null, null, null, null, null, null, null, null, List.of());
    }
}
