package org.nxsi.enrollment.relation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Month;

/**
 * A late registration as staff see it.
 *
 * @param month in which it was due
 * @param period the emergency period; absent where it is late by normal rules
 * @param clause why it was accepted
 */
record LateView(
        String id,
        Payer payer,
        AreaCode area,
        Month month,
        Scheme scheme,
        String schemeName,
        LocalDate dueOn,
        LocalDate acceptedOn,
        @Nullable String period,
        String clause) {

    static LateView of(LateRegistration late) {
        return new LateView(
                late.id(),
                late.payer(),
                late.area(),
                late.month(),
                late.scheme(),
                late.scheme().title(),
                late.dueOn(),
                late.acceptedOn(),
                late.period(),
                late.period() == null ? LateRule.LAW : LateRule.EMERGENCY_CLAUSE);
    }
}
