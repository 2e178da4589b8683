package org.nxsi.enrollment.contribution;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.assessment.AssessedMonth;
import org.nxsi.enrollment.assessment.Parts;
import org.nxsi.enrollment.collection.Due;
import org.nxsi.enrollment.collection.DueState;
import org.nxsi.enrollment.scheme.PayerKind;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/**
 * One month of a person under one scheme, by one payer. Whether it has arrived is what its due says: payers pay for all of
 * theirs together.
 *
 * @param payer who pays it; the person's own name is not repeated
 * @param toAccount what stands on the account once all has arrived
 * @param government what the treasury adds, or pays in the person's place
 * @param arrivedInFull 到账标志 AAE078
 * @param fullOn when the last of it arrived; absent while something is missing
 * @param overdue whether it is unpaid after its due date, and not put off
 * @param putOff absent unless it was put off in an emergency
 * @param sample whether figures of it rest on sample policies: not for real decisions
 */
record Contribution(
        Month month,
        Scheme scheme,
        String schemeName,
        Paying payer,
        Fen base,
        Fen employerPart,
        Fen ownPart,
        Fen toAccount,
        Fen government,
        Fen exempted,
        DueState state,
        String stateTitle,
        boolean arrivedInFull,
        @Nullable LocalDate fullOn,
        @Nullable LocalDate dueDate,
        boolean overdue,
        @Nullable PutOff putOff,
        boolean sample) {

    /** @param creditCode of an employer, as is the name; absent where persons pay for themselves */
    record Paying(
            PayerKind kind,
            String kindTitle,
            @Nullable String creditCode,
            @Nullable String name) {}

    /** @param deadline last day to make it up; absent until it is known */
    record PutOff(LocalDate on, @Nullable LocalDate deadline, boolean expired) {

        static @Nullable PutOff of(@Nullable Due due) {
            LocalDate on = due == null ? null : due.putOffOn();
            return due == null || on == null ? null : new PutOff(on, due.deadline(), due.expired());
        }
    }

    static Contribution of(
            AssessedMonth line,
            Scheme scheme,
            Parts parts,
            Paying payer,
            @Nullable Due due,
            boolean sample,
            LocalDate today) {
        DueState state = due == null ? DueState.ASSESSED : due.state();
        LocalDate dueDate = due == null ? null : due.dueDate();
        boolean late = state != DueState.PAID && dueDate != null && today.isAfter(dueDate);
        return new Contribution(
                line.month(),
                scheme,
                scheme.title(),
                payer,
                parts.base(),
                parts.employer(),
                parts.person(),
                parts.account(),
                parts.government(),
                parts.exempted(),
                state,
                state.title(),
                state == DueState.PAID,
                due == null ? null : due.fullOn(),
                dueDate,
                late && due != null && !due.isPutOff(),
                PutOff.of(due),
                sample);
    }
}
