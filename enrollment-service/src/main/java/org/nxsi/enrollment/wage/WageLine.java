package org.nxsi.enrollment.wage;

import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.batch.Refusal;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/**
 * A row of a batch of wages: what it declares, or why it is refused from the outset. Public for the driver only, which reads
 * its components.
 *
 * @param row as people count in their list
 * @param person the id that remains; null if refused, as are month and wage
 */
public record WageLine(
        int row,
        @Nullable PersonId person,
        @Nullable Month from,
        @Nullable Fen wage,
        @Nullable Refusal refusal) {

    static WageLine refused(int row, Refusal refusal) {
        return new WageLine(row, null, null, null, refusal);
    }
}
