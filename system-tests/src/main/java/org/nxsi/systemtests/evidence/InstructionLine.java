package org.nxsi.systemtests.evidence;

import org.jspecify.annotations.Nullable;
import org.nxsi.platform.money.Fen;

/** An instruction as the auditor's list shows it. */
record InstructionLine(
        String id,
        String endToEndId,
        String run,
        String batch,
        String payee,
        String scheme,
        String slot,
        Account account,
        Instruction.Parts parts,
        Fen amount,
        String status,
        @Nullable String exception,
        @Nullable String settledBy,
        @Nullable String returnedBy,
        @Nullable String bookedOn) {

    record Account(String bank, String masked) {}

    Instruction instruction() {
        return new Instruction(
                id,
                endToEndId,
                run,
                batch,
                payee,
                scheme,
                slot,
                account.bank(),
                account.masked(),
                parts,
                amount,
                status,
                exception,
                settledBy,
                returnedBy,
                bookedOn);
    }
}
