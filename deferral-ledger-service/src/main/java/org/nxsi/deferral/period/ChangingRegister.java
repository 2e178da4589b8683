package org.nxsi.deferral.period;

import java.util.List;
import java.util.function.Function;
import org.nxsi.platform.events.OutboxEvent;
import org.springframework.stereotype.Component;

/** Decides on what the register says, and decides anew when somebody else has changed it meanwhile. */
@Component
class ChangingRegister {

    private static final int ATTEMPTS = 8;

    private final Periods periods;
    private final PeriodEvents events;

    ChangingRegister(Periods periods, PeriodEvents events) {
        this.periods = periods;
        this.events = events;
    }

    /**
     * What becomes of a period.
     *
     * @param period as it stands afterwards
     * @param kind whether anything changes, and whether others are told
     */
    record Change(Period period, Kind kind) {

        enum Kind {
            NONE,
            QUIET,
            TOLD
        }

        /** Everything is so already. */
        static Change none(Period as) {
            return new Change(as, Kind.NONE);
        }

        /** Of no meaning to others yet. */
        static Change quiet(Period as) {
            return new Change(as, Kind.QUIET);
        }

        /** A record was added: a fact for others. */
        static Change told(Period as) {
            return new Change(as, Kind.TOLD);
        }
    }

    /** @throws org.nxsi.platform.web.ProblemException what the decision refuses with; 503 {@code register-busy} */
    Period change(Function<Register, Change> decision) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Register before = periods.now();
            Change change = decision.apply(before);
            Period period = change.period();
            if (change.kind() == Change.Kind.NONE) {
                return period;
            }
            Register next = before.with(period);
            List<OutboxEvent> told = change.kind() == Change.Kind.TOLD ? events.of(next, period) : List.of();
            if (periods.replace(before, next, told)) {
                return period;
            }
        }
        throw Refusals.busy();
    }
}
