package org.nxsi.pension.reconciliation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.instruction.Instruction;
import org.nxsi.pension.instruction.InstructionStatus;
import org.nxsi.pension.payment.Batch;
import org.nxsi.pension.payment.Difference;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.partner.AccountStatement;

/** What the statements say of one batch, collected until it is all there, then held against its instructions. */
final class BatchEntries {

    private final Batch batch;
    private final List<AccountStatement.Entry> payments = new ArrayList<>();
    private final List<AccountStatement.Entry> returns = new ArrayList<>();

    BatchEntries(Batch batch) {
        this.batch = batch;
    }

    Batch batch() {
        return batch;
    }

    void add(AccountStatement.Entry entry) {
        (entry.kind() == AccountStatement.Kind.RETURN ? returns : payments).add(entry);
    }

    /** As many entries as we expect: time to compare and forget. */
    boolean isFull() {
        return payments.size() >= batch.payable() && returns.size() >= batch.returned();
    }

    List<Difference> against(List<Instruction> instructions, String source) {
        Map<String, Instruction> paidHere = new HashMap<>();
        Map<String, Instruction> returnedHere = new HashMap<>();
        for (Instruction each : instructions) {
            if (each.status() == InstructionStatus.PAID || each.status() == InstructionStatus.RETURNED) {
                paidHere.put(each.endToEndId(), each);
            }
            if (each.status() == InstructionStatus.RETURNED) {
                returnedHere.put(each.endToEndId(), each);
            }
        }
        List<Difference> differences = new ArrayList<>();
        compare(payments, paidHere, source + "/payments", differences);
        compare(returns, returnedHere, source + "/returns", differences);
        return differences;
    }

    private void compare(
            List<AccountStatement.Entry> theirs, Map<String, Instruction> ours, String source, List<Difference> found) {
        Map<String, Integer> seen = new HashMap<>();
        for (AccountStatement.Entry entry : theirs) {
            AccountStatement.PaymentReference payment = entry.payment();
            if (payment == null) {
                continue;
            }
            Instruction instruction = ours.get(payment.endToEndId());
            Difference.@Nullable Kind kind = kind(entry, payment, instruction);
            if (seen.merge(payment.endToEndId(), 1, Integer::sum) > 1) {
                kind = Difference.Kind.DUPLICATE;
            }
            if (kind != null) {
                found.add(difference(
                        kind,
                        payment.endToEndId(),
                        instruction == null ? null : instruction.amount(),
                        entry.amount(),
                        source));
            }
        }
        ours.forEach((endToEndId, instruction) -> {
            if (!seen.containsKey(endToEndId)) {
                found.add(difference(Difference.Kind.MISSING_AT_BANK, endToEndId, instruction.amount(), null, source));
            }
        });
    }

    private static Difference.@Nullable Kind kind(
            AccountStatement.Entry entry, AccountStatement.PaymentReference payment, @Nullable Instruction ours) {
        if (ours == null) {
            return Difference.Kind.MISSING_HERE;
        }
        if (!entry.amount().equals(ours.amount())) {
            return Difference.Kind.AMOUNT;
        }
        return payment.account().equals(ours.account().number()) ? null : Difference.Kind.WRONG_ACCOUNT;
    }

    private Difference difference(
            Difference.Kind kind, String endToEndId, @Nullable Fen ours, @Nullable Fen theirs, String source) {
        return Difference.of(batch.bank(), kind, batch.id(), endToEndId, ours, theirs, source);
    }
}
