package org.nxsi.pension.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.beneficiary.Scheme;
import org.nxsi.pension.instruction.Obligation;
import org.nxsi.platform.identity.Masking;
import org.nxsi.platform.money.Fen;

/** A payment instruction under its obligation's name; of the payee's account the bank and the last digits. */
public record AuditedInstruction(
        @BsonId String id,
        String run,
        String batch,
        String payee,
        Scheme scheme,
        String benefit,
        String slot,
        Account account,
        Parts parts,
        Fen amount,
        String status,
        @Nullable String exception,
        @Nullable String settledBy,
        @Nullable String returnedBy,
        @Nullable String returnReason,
        @Nullable LocalDate bookedOn)
        implements Audited {

    /** Where it is paid to. */
    public record Account(
            String bank, @JsonProperty("masked") String number) {

        /** Nobody gets further than here with a whole account number. */
        @JsonProperty("masked")
        @Override
        public String number() {
            return Masking.bankAccount(number);
        }
    }

    /** What the amount is made of. */
    public record Parts(Fen basic, Fen personalAccount, Fen transitional, Fen subsidy) {}

    /** What the bank knows the payment by. */
    @JsonProperty
    public String endToEndId() {
        return Obligation.endToEndId(id);
    }
}
