package org.nxsi.enrollment.makeup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/**
 * Months that a clerk makes up for. Public for the codec's sake.
 *
 * @param id made of the command that ordered it
 * @param base of a flexible worker, for all the months; null of an employer, whose wages are declared
 * @param needsSecond whether another person confirms it first
 * @param done how many of its months are worked off, refused ones among them
 * @param months those that are, in order
 * @param workedOffBy real clock until which somebody works on it; null if nobody is to
 */
public record MakeUpOrder(
        @BsonId String id,
        Payer payer,
        AreaCode area,
        Month from,
        Month to,
        @Nullable Fen base,
        @Nullable Paper paper,
        boolean needsSecond,
        State state,
        String orderedBy,
        LocalDate orderedOn,
        @Nullable String confirmedBy,
        int done,
        List<MadeUpMonth> months,
        @Nullable Instant workedOffBy) {

    /** More months than this are an order of their own. */
    static final int MOST_MONTHS = 360;

    /** Months from which on a paper is needed. */
    static final int THREE_YEARS = 36;

    /** How far it has come. */
    public enum State {
        WAITING_FOR_CONFIRMATION("待复核"),
        IN_WORK("核定中"),
        DONE("已核定"),
        REJECTED("未通过");

        private final String title;

        State(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    public MakeUpOrder {
        months = List.copyOf(months);
    }

    int count() {
        return from.until(to) + 1;
    }

    /** The next month to be worked off; null after the last one. */
    @Nullable
    Month next() {
        return done < count() ? from.plus(done) : null;
    }
}
