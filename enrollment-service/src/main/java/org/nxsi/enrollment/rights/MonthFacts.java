package org.nxsi.enrollment.rights;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one month of a person under one scheme by one payer.
 *
 * @param insured whether an insured relation covers the month
 * @param assessed whether a sheet has a line for the person
 * @param assessedLate whether the line was made up for a past month (补缴核定)
 * @param exempted whether relief took something off the employer's part
 * @param dueDate last day to pay; null where nobody knows it
 * @param paid whether all that the sheet charges has arrived
 * @param paidLate whether something was to be paid, and the last of it arrived after the due date
 * @param putOff whether an emergency defers it
 * @param deadline last day to make it up; null while it is open
 * @param expired whether the ledger says that it was not made up in time
 */
record MonthFacts(
        boolean insured,
        boolean assessed,
        boolean assessedLate,
        boolean exempted,
        @Nullable LocalDate dueDate,
        boolean paid,
        boolean paidLate,
        boolean putOff,
        @Nullable LocalDate deadline,
        boolean expired) {

    /** A relation covers the month, and nothing else is known. */
    static MonthFacts insured(@Nullable LocalDate dueDate) {
        return new MonthFacts(true, false, false, false, dueDate, false, false, false, null, false);
    }

    /** Nothing is known but the date by which something would be due. */
    static MonthFacts none(@Nullable LocalDate dueDate) {
        return new MonthFacts(false, false, false, false, dueDate, false, false, false, null, false);
    }

    MonthFacts covered() {
        return new MonthFacts(
                true, assessed, assessedLate, exempted, dueDate, paid, paidLate, putOff, deadline, expired);
    }

    MonthFacts assessed(boolean late, boolean relieved) {
        return new MonthFacts(insured, true, late, relieved, dueDate, paid, paidLate, putOff, deadline, expired);
    }

    MonthFacts paid(boolean late) {
        return new MonthFacts(
                insured, assessed, assessedLate, exempted, dueDate, true, late, putOff, deadline, expired);
    }

    MonthFacts putOff(@Nullable LocalDate until) {
        return new MonthFacts(insured, assessed, assessedLate, exempted, dueDate, paid, paidLate, true, until, expired);
    }

    MonthFacts expiredInLedger() {
        return new MonthFacts(
                insured, assessed, assessedLate, exempted, dueDate, paid, paidLate, putOff, deadline, true);
    }

    MonthFacts due(@Nullable LocalDate day) {
        return new MonthFacts(
                insured, assessed, assessedLate, exempted, day, paid, paidLate, putOff, deadline, expired);
    }
}
