package org.nxsi.enrollment.suspense;

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
 * An amount is moved from a month that has too much to one that has too little. Public for the codec's sake.
 *
 * @param id made of the command that proposed it; both postings carry it
 * @param area of the month that has too much
 * @param from the month that has too much
 * @param to the month that is to have it
 * @param by who proposed it
 * @param decidedBy another person; null until then, as are the decision's moments
 * @param decidedAt real clock
 * @param decidedOn business date: that of both postings
 * @param moving true from the confirmation until both postings stand; null otherwise
 */
public record Allocation(
        @BsonId String id,
        Payer payer,
        Scheme scheme,
        AreaCode area,
        Month from,
        Month to,
        Fen amount,
        String reason,
        State state,
        LocalDate proposedOn,
        String by,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable LocalDate decidedOn,
        @Nullable Boolean moving) {

    /** How far it is. */
    public enum State {
        PROPOSED("待复核"),
        /** Two people want it; the postings follow. */
        CONFIRMED("已复核"),
        DONE("已转"),
        REJECTED("不予转账"),
        /** When it was to be moved the money was not there any more. */
        MONEY_GONE("待转金不足");

        private final String title;

        State(String title) {
            this.title = title;
        }

        /** As shown to people. */
        public String title() {
            return title;
        }
    }

    DueKey source() {
        return new DueKey(payer, scheme, from);
    }

    DueKey target() {
        return new DueKey(payer, scheme, to);
    }

    /** @throws IllegalStateException before it is decided */
    Posting posting(Posting.Kind inOrOut) {
        Instant at = decidedAt;
        LocalDate on = decidedOn;
        String confirmedBy = decidedBy;
        if (at == null || on == null || confirmedBy == null) {
            throw new IllegalStateException(id + " is not confirmed");
        }
        return Posting.moved(inOrOut, id, at, on, amount, by, confirmedBy);
    }
}
