package org.nxsi.pension.disbursement;

import java.time.LocalDate;
import org.nxsi.pension.beneficiary.Scheme;

/** What an overdue certification (资格认证) does to a benefit of an area and scheme on a given day. */
@FunctionalInterface
interface CertificationRule {

    /** What it does. */
    enum Effect {
        /** The benefit is held back until it is renewed. */
        HELD_BACK,
        /** The benefit is paid: the normal rules do not hold it back. */
        PAID,
        /** The benefit is paid because of an emergency, and the certification is put off. */
        PUT_OFF
    }

    Effect onOverdue(String area, Scheme scheme, LocalDate on);
}
