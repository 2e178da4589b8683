package org.nxsi.pension.disbursement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.beneficiary.Beneficiary;
import org.nxsi.pension.beneficiary.BeneficiaryStatus;
import org.nxsi.pension.instruction.Instruction;
import org.nxsi.pension.instruction.InstructionStatus;
import org.nxsi.pension.instruction.Obligation;
import org.nxsi.platform.money.Month;

/**
 * Who is due what in a month (应付核定). Plain values in, plain values out.
 *
 * @param run the run
 * @param month the month that is paid
 * @param cutOff business date as of which certification counts
 * @param certification what an overdue certification does; in an emergency it holds nothing back (宁人社办发〔2020〕2号
 *     第三条: 未按期办理资格认证的，不暂停待遇的发放)
 */
record Calculation(String run, Month month, LocalDate cutOff, CertificationRule certification) {

    static final String NO_AMOUNT = "no-amount";
    static final String BANK_UNKNOWN = "bank-unknown";
    static final String CERTIFICATION_OVERDUE = "certification-overdue";
    static final String SUSPENDED = "suspended";

    /** Entitled in this month: begun, and not stopped. A suspended person stays entitled and is a named exception. */
    boolean isDue(Beneficiary beneficiary) {
        return beneficiary.status() != BeneficiaryStatus.STOPPED
                && !beneficiary.entitledFrom().isAfter(month);
    }

    Instruction instruction(Beneficiary beneficiary, String slice, BankList banks) {
        @Nullable String exception = exception(beneficiary, banks);
        String batch = exception == null
                ? org.nxsi.pension.payment.Batch.idOf(
                        slice, beneficiary.account().bank())
                : exceptionsOf(slice);
        return new Instruction(
                Obligation.pension(beneficiary.payee(), beneficiary.scheme().code(), month.toString())
                        .key(),
                run,
                batch,
                beneficiary.payee(),
                beneficiary.scheme(),
                Obligation.PENSION,
                month.toString(),
                beneficiary.account(),
                beneficiary.components(),
                beneficiary.components().total(),
                exception == null ? InstructionStatus.PENDING : InstructionStatus.EXCEPTION,
                exception,
                isOverdue(beneficiary),
                null,
                null,
                null,
                null);
    }

    /** The batch that never travels: a slice's named exceptions. */
    static String exceptionsOf(String slice) {
        return slice + ".exceptions";
    }

    private @Nullable String exception(Beneficiary beneficiary, BankList banks) {
        if (beneficiary.status() == BeneficiaryStatus.SUSPENDED) {
            return SUSPENDED;
        }
        if (isOverdue(beneficiary) && effect(beneficiary) == CertificationRule.Effect.HELD_BACK) {
            return CERTIFICATION_OVERDUE;
        }
        if (!banks.has(beneficiary.account().bank())) {
            return BANK_UNKNOWN;
        }
        return beneficiary.components().total().isPositive() ? null : NO_AMOUNT;
    }

    /** Whether the benefit is paid although its certification is overdue, because of an emergency. */
    boolean isPutOff(Beneficiary beneficiary) {
        return beneficiary.status() == BeneficiaryStatus.ACTIVE
                && isOverdue(beneficiary)
                && effect(beneficiary) == CertificationRule.Effect.PUT_OFF;
    }

    private CertificationRule.Effect effect(Beneficiary overdue) {
        return certification.onOverdue(overdue.area(), overdue.scheme(), cutOff);
    }

    private boolean isOverdue(Beneficiary beneficiary) {
        return beneficiary.certifiedUntil().isBefore(cutOff);
    }

    /** Which banks there are. */
    @FunctionalInterface
    interface BankList {
        boolean has(String code);
    }
}
