package org.nxsi.enrollment.lateness;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.nxsi.enrollment.collection.Due;
import org.nxsi.enrollment.collection.DueFold;
import org.nxsi.enrollment.collection.Posting;
import org.nxsi.platform.money.Fen;

/** Which payments have made up for something that was put off. */
final class MakeUps {

    private MakeUps() {}

    /**
     * One payment's share.
     *
     * @param on day of the payment
     * @param reference notice or allocation
     */
    record MakeUp(Fen amount, LocalDate on, String reference) {}

    /**
     * The payments, in the order of their days, that bring what is made up from one sum to another. Together they are exactly
     * the difference: what no payment explains counts with the last one.
     *
     * @param today for what came about without money, such as a lower assessment
     */
    static List<MakeUp> of(Due due, Fen from, Fen to, LocalDate today) {
        List<MakeUp> makeUps = new ArrayList<>();
        Fen assessed = Objects.requireNonNull(due.assessed(), due.id());
        Fen inTime = DueFold.arrivedInTime(due);
        Fen sum = Fen.ZERO;
        Fen told = from;
        LocalDate on = today;
        String reference = due.id();
        for (Posting each : DueFold.money(due)) {
            sum = sum.plus(DueFold.signed(each));
            Fen late = least(least(sum, assessed).minus(inTime), to);
            on = each.on();
            reference = each.reference();
            if (late.compareTo(told) > 0) {
                makeUps.add(new MakeUp(late.minus(told), on, reference));
                told = late;
            }
        }
        if (to.compareTo(told) > 0) {
            makeUps.add(new MakeUp(to.minus(told), on, reference));
        }
        return makeUps;
    }

    private static Fen least(Fen one, Fen other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
