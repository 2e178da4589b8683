package org.nxsi.enrollment.rights;

import java.time.LocalDate;
import java.util.Objects;
import org.nxsi.enrollment.collection.Due;
import org.nxsi.enrollment.collection.DueState;

/** What a due says of the months of those it is for. */
final class DueFacts {

    private DueFacts() {}

    /** A due that no sheet charges says nothing: money that came before its assessment waits for it. */
    static MonthFacts with(MonthFacts facts, Due due) {
        if (due.state() == DueState.AWAITED || due.dueDate() == null) {
            return facts;
        }
        MonthFacts told = facts.due(due.dueDate());
        if (due.state() == DueState.PAID) {
            return told.paid(isLate(due));
        }
        if (due.isPutOff()) {
            told = told.putOff(due.deadline());
        }
        return due.expired() ? told.expiredInLedger() : told;
    }

    /** What left nothing to pay was never paid late. */
    private static boolean isLate(Due due) {
        LocalDate fullOn = due.fullOn();
        return fullOn != null
                && due.assessed() != null
                && due.assessed().isPositive()
                && fullOn.isAfter(Objects.requireNonNull(due.dueDate()));
    }
}
