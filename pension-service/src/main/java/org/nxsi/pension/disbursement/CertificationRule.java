package org.nxsi.pension.disbursement;

import java.time.LocalDate;

/** Whether an overdue certification (资格认证) holds the benefit back on a given day; policy data decides. */
@FunctionalInterface
interface CertificationRule {

    boolean suspendsOnOverdue(LocalDate on);
}
