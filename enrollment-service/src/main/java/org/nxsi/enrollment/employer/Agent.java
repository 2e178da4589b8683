package org.nxsi.enrollment.employer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.identity.PersonId;

/**
 * A person who may act for an employer (单位经办人).
 *
 * @param to last day; null while it lasts
 * @param proof the paper that appoints, by its reference
 * @param by the clerk who recorded it, a person
 */
public record Agent(
        PersonId person, LocalDate from, @Nullable LocalDate to, String proof, String by) {

    boolean actsOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    Agent until(LocalDate last) {
        return new Agent(person, from, last, proof, by);
    }
}
