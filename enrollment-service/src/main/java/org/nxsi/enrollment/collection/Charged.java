package org.nxsi.enrollment.collection;

import java.time.LocalDate;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Fen;

/**
 * What an assessment sheet charges of one scheme and month. Public for the codec's sake.
 *
 * @param sheet number of the sheet (核定单)
 * @param revision of the sheet; the highest one counts
 * @param employerPart sum of the employer's parts of all persons, after any relief
 * @param personPart sum of the persons' own parts
 * @param dueDate last day to pay
 * @param persons how many persons it is for
 */
public record Charged(
        String sheet, int revision, AreaCode area, Fen employerPart, Fen personPart, LocalDate dueDate, int persons) {

    public Charged {
        if (revision < 1 || employerPart.isNegative() || personPart.isNegative()) {
            throw new IllegalArgumentException("a sheet charges what is owed, under a revision from 1");
        }
    }

    public Fen total() {
        return employerPart.plus(personPart);
    }
}
