package org.nxsi.pension.instruction;

import java.time.LocalDate;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.beneficiary.BenefitComponents;
import org.nxsi.pension.beneficiary.PayeeAccount;
import org.nxsi.pension.beneficiary.Scheme;
import org.nxsi.platform.money.Fen;

/**
 * An order to pay one obligation (支付指令).
 *
 * @param id the obligation's key
 * @param run disbursement run that pays it
 * @param batch bank batch it travels in; instructions that cannot travel share their slice's exception batch
 * @param slot month or decision that it pays, see {@link Obligation}
 * @param parts what the amount is made of
 * @param exception code of the named exception; null unless there is one
 * @param certificationOverdue the payee's certification had run out at the cut-off: paid, and listed for follow-up
 * @param settledBy bank report that brought the first final word
 * @param returnedBy bank report that brought the return
 * @param returnReason E01 to E09 (RULES 5.1 codes)
 * @param bookedOn the bank's business day of the last final word
 */
public record Instruction(
        @BsonId String id,
        String run,
        String batch,
        String payee,
        Scheme scheme,
        String benefit,
        String slot,
        PayeeAccount account,
        BenefitComponents parts,
        Fen amount,
        InstructionStatus status,
        @Nullable String exception,
        boolean certificationOverdue,
        @Nullable String settledBy,
        @Nullable String returnedBy,
        @Nullable String returnReason,
        @Nullable LocalDate bookedOn) {

    public Instruction {
        if (amount.isNegative() || !parts.total().equals(amount)) {
            throw new IllegalArgumentException("amount " + amount + " of " + id + " is not the sum of its parts");
        }
    }

    public String endToEndId() {
        return Obligation.endToEndId(id);
    }
}
