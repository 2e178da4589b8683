package org.nxsi.enrollment.relation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.PersonName;
import org.nxsi.platform.identity.SocialNumber;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/**
 * What an employer wants for one employee: a row that says something, right or not.
 *
 * @param hiredOn first day of employment (用工之日)
 * @param from first month of a start; of an alteration the new one
 * @param last last month of a stop
 * @param schemes none: all in which the employer takes part, or of a stop all that run
 * @param proof reference of a paper
 */
record EmployeeOrder(
        int row,
        RelationChange.Kind kind,
        SocialNumber number,
        PersonName name,
        @Nullable LocalDate hiredOn,
        @Nullable Month from,
        @Nullable Month last,
        List<Scheme> schemes,
        @Nullable Fen wage,
        @Nullable StopReason reason,
        @Nullable String proof) {

    EmployeeOrder {
        schemes = List.copyOf(schemes);
    }
}
