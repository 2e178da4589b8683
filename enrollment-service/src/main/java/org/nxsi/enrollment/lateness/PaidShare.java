package org.nxsi.enrollment.lateness;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.nxsi.enrollment.collection.Due;
import org.nxsi.enrollment.collection.DueFold;
import org.nxsi.enrollment.collection.Posting;
import org.nxsi.platform.money.Fen;

/**
 * What one payment has brought of a due.
 *
 * @param on the day of the payment
 */
record PaidShare(Fen amount, LocalDate on) {

    /** In the order of their days, together what has arrived: money beyond what is owed brings nothing. */
    static List<PaidShare> of(Due due) {
        Deque<PaidShare> shares = new ArrayDeque<>();
        Fen assessed = due.assessed() == null ? Fen.ZERO : due.assessed();
        Fen sum = Fen.ZERO;
        Fen counted = Fen.ZERO;
        for (Posting each : DueFold.money(due)) {
            sum = sum.plus(DueFold.signed(each));
            Fen counts = between(sum, assessed);
            if (counts.compareTo(counted) > 0) {
                shares.addLast(new PaidShare(counts.minus(counted), each.on()));
            } else {
                takeBack(shares, counted.minus(counts));
            }
            counted = counts;
        }
        return new ArrayList<>(shares);
    }

    /** What is moved away is of what came last. */
    private static void takeBack(Deque<PaidShare> shares, Fen amount) {
        Fen left = amount;
        while (left.isPositive()) {
            PaidShare last = shares.removeLast();
            if (last.amount().compareTo(left) > 0) {
                shares.addLast(new PaidShare(last.amount().minus(left), last.on()));
                left = Fen.ZERO;
            } else {
                left = left.minus(last.amount());
            }
        }
    }

    private static Fen between(Fen sum, Fen most) {
        if (sum.isNegative()) {
            return Fen.ZERO;
        }
        return sum.compareTo(most) > 0 ? most : sum;
    }
}
