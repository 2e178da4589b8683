package org.nxsi.enrollment.collection;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.money.Fen;

/**
 * How the money of a due stands, as events tell it. Public for the codec's sake.
 *
 * @param assessed what is owed; null while it is not assessed
 * @param received all that came and stayed, late fees apart
 * @param lateFees what was paid beside it, for the fund
 * @param fullOn the day on which the last of it arrived; null while something is missing
 */
public record Arrival(
        @Nullable Fen assessed,
        Fen received,
        Fen lateFees,
        @Nullable LocalDate fullOn) {

    /** @param money what came and was not taken back, see {@link DueFold#money} */
    static Arrival of(@Nullable Fen assessed, List<Posting> money, @Nullable LocalDate fullOn) {
        Fen received = money.stream().map(DueFold::signed).reduce(Fen.ZERO, Fen::plus);
        Fen lateFees =
                money.stream().map(Posting::lateFee).filter(Objects::nonNull).reduce(Fen.ZERO, Fen::plus);
        return new Arrival(assessed, received, lateFees, fullOn);
    }

    /** An assessment alone is no news: of that its sheet tells. */
    boolean isNewsAfter(@Nullable Arrival told) {
        return told == null ? fullOn != null || !received.isZero() || !lateFees.isZero() : !equals(told);
    }
}
