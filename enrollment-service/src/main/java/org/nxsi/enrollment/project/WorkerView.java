package org.nxsi.enrollment.project;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.person.Known;
import org.nxsi.platform.identity.Masking;
import org.nxsi.platform.identity.PersonId;

/** A worker on a roster, masked. @param name absent where the register does not know the person */
record WorkerView(
        PersonId person, @Nullable String name, @Nullable String socialNumber, List<Time> stays) {

    /** @param to absent while it lasts; @param toldOn when the first day was told, endToldOn when the last */
    record Time(
            LocalDate from,
            @Nullable LocalDate to,
            LocalDate toldOn,
            @Nullable LocalDate endToldOn) {

        static Time of(Stay stay) {
            Stay.Mark ended = stay.ended();
            return new Time(stay.from(), stay.to(), stay.begun().on(), ended == null ? null : ended.on());
        }
    }

    static WorkerView of(Worker worker, @Nullable Known known) {
        return new WorkerView(
                worker.person(),
                known == null ? null : Masking.name(known.name().value()),
                known == null ? null : Masking.socialNumber(known.number().value()),
                worker.stays().stream().map(Time::of).toList());
    }
}
