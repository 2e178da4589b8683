package org.nxsi.enrollment.account;

import java.time.Instant;
import java.time.LocalDate;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/**
 * What a clerk wants done with an account, until another person confirms it. Public for the codec's sake.
 *
 * @param id made of the command: a repetition finds it
 * @param amount of what moves money by a given amount; null of anything else
 * @param month of a draw-down; null of anything else
 * @param ground for people: the paper it rests on
 * @param on business date of the order, the value date of what it books
 * @param confirmedBy null until then
 */
public record AccountOrder(
        @BsonId String id,
        PersonId person,
        Scheme scheme,
        Kind kind,
        @Nullable Fen amount,
        @Nullable Month month,
        String ground,
        LocalDate on,
        String orderedBy,
        Instant orderedAt,
        @Nullable String confirmedBy) {

    /** What can be ordered. */
    public enum Kind {
        /** Take over what stood on the books before this service. */
        TAKE_OVER,
        FREEZE,
        THAW,
        RETIRE,
        DRAW_DOWN,
        PAY_OUT;

        boolean needsAmount() {
            return switch (this) {
                case TAKE_OVER, DRAW_DOWN -> true;
                case FREEZE, THAW, RETIRE, PAY_OUT -> false;
            };
        }
    }

    Cause cause(String confirmer) {
        return new Cause("order/" + id, ground, confirmer, on);
    }
}
