package org.nxsi.enrollment.transfer;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Month;

/**
 * What is sent to the other place. Public for the driver only.
 *
 * @param on business date of the decision to send
 * @param by who decided
 * @param ended relations that end with it
 * @param information null until the account is emptied
 * @param amount what it is worth; null with the information
 */
public record Sent(
        LocalDate on,
        String by,
        List<EndedRelation> ended,
        @Nullable Information information,
        @Nullable Expected amount) {

    /**
     * A relation that ends because the person has moved away.
     *
     * @param last last month
     * @param hiredOn null where nobody is employed
     */
    public record EndedRelation(
            PersonId person,
            Payer payer,
            AreaCode area,
            Month last,
            @Nullable LocalDate hiredOn) {}

    public Sent {
        ended = List.copyOf(ended);
    }

    Sent with(Information told, Expected worth) {
        return new Sent(on, by, ended, told, worth);
    }
}
