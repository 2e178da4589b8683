package org.nxsi.enrollment.insurance;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/**
 * What an employer sees of its insurance in a month.
 *
 * @param sheet number of the month's assessment sheet; absent while nothing is assessed
 * @param owed for the month, all schemes
 * @param arrived of it
 * @param arrears of all months whose last day to pay has passed, without late fees; what is put off is none
 */
record EmployerInsurance(
        String creditCode,
        String name,
        Month month,
        @Nullable String sheet,
        Fen owed,
        Fen arrived,
        Fen arrears,
        List<SchemeOf> schemes) {

    /**
     * One scheme.
     *
     * @param since first month of taking part
     * @param until last one; absent while it lasts
     * @param heads insured in the month
     * @param base sum of the assessed bases; absent while nothing is assessed, as are owed, arrived and due date
     * @param putOff whether the payment is put off for an emergency
     */
    record SchemeOf(
            Scheme scheme,
            String schemeName,
            InsuredState state,
            String stateName,
            Month since,
            @Nullable Month until,
            long heads,
            @Nullable Fen base,
            @Nullable Fen owed,
            @Nullable Fen arrived,
            @Nullable String paid,
            @Nullable LocalDate dueDate,
            boolean putOff,
            Fen arrears) {}
}
