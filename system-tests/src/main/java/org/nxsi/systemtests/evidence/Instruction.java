package org.nxsi.systemtests.evidence;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.money.Fen;

/**
 * A payment instruction.
 *
 * @param id its obligation's key, {@code payee|scheme|benefit|slot|n}, and {@code /r<i>} for the i-th re-issue
 * @param scheme code of the scheme
 * @param bank where the payee's account is
 * @param account last digits of it
 * @param bookedOn the bank's business day of the last final word
 */
public record Instruction(
        String id,
        String endToEndId,
        String run,
        String batch,
        String payee,
        String scheme,
        String slot,
        String bank,
        String account,
        Parts parts,
        Fen amount,
        String status,
        @Nullable String exception,
        @Nullable String settledBy,
        @Nullable String returnedBy,
        @Nullable String bookedOn) {

    private static final Set<String> FINAL = Set.of("PAID", "RETURNED");

    /** What the amount is made of. */
    public record Parts(Fen basic, Fen personalAccount, Fen transitional, Fen subsidy) {

        public Fen total() {
            return basic.plus(personalAccount).plus(transitional).plus(subsidy);
        }
    }

    public boolean isPaid() {
        return status.equals("PAID");
    }

    public boolean isReturned() {
        return status.equals("RETURNED");
    }

    /** The bank has spoken: credited or returned. */
    public boolean isFinal() {
        return FINAL.contains(status);
    }

    /** Belongs to a bank batch, rather than to the exceptions, which never travel. */
    public boolean isPayable() {
        return !status.equals("EXCEPTION");
    }

    /** 0 for the first attempt, i for the i-th re-issue. */
    public int attempt() {
        int at = id.lastIndexOf("/r");
        return at < 0 ? 0 : Integer.parseInt(id, at + 2, id.length(), 10);
    }

    /** The id of the attempt before this one; of a re-issue only. */
    public String before() {
        return attempt() == 1 ? obligation() : obligation() + "/r" + (attempt() - 1);
    }

    /** The key without the re-issue. */
    public String obligation() {
        int at = id.lastIndexOf("/r");
        return at < 0 ? id : id.substring(0, at);
    }
}
