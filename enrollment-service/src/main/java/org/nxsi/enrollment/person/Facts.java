package org.nxsi.enrollment.person;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.PersonName;

/**
 * What the bureau's own register says of a person, beside what rosters tell. Public for the driver only.
 *
 * @param area whose agency keeps the file
 * @param phone mobile number; null where none is known
 * @param diedOn null of the living
 * @param registeredOn business date
 * @param cause what registered the person: the id of a batch
 * @param version grows with every change
 * @param history oldest first, at most {@value #MOST_CHANGES}
 */
public record Facts(
        PersonName name,
        AreaCode area,
        @Nullable String phone,
        @Nullable LocalDate diedOn,
        LocalDate registeredOn,
        String cause,
        long version,
        List<Change> history) {

    /** More changes of one person than this are a matter for people. */
    static final int MOST_CHANGES = 100;

    public Facts {
        history = List.copyOf(history);
    }

    static Facts of(NewPerson person, LocalDate on, String cause) {
        return new Facts(person.name(), person.area(), null, null, on, cause, 1, List.of());
    }
}
