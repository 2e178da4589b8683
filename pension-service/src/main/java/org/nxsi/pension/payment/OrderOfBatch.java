package org.nxsi.pension.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.nxsi.pension.beneficiary.Scheme;
import org.nxsi.pension.instruction.Instruction;
import org.nxsi.pension.instruction.InstructionStatus;
import org.nxsi.pension.partner.PartnerBank;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.partner.PaymentOrder;

/** Makes a batch's payment order out of its instructions, and refuses if they are not what was approved. */
final class OrderOfBatch {

    private OrderOfBatch() {}

    /** @throws IllegalStateException if count or sum differ from the batch's control totals, frozen when calculated,
     *     less what was withheld since */
    static PaymentOrder of(
            Batch batch,
            String messageId,
            PartnerBank bank,
            List<Instruction> instructions,
            Instant now,
            LocalDate on) {
        Map<Scheme, List<PaymentOrder.Payment>> byFund = new EnumMap<>(Scheme.class);
        instructions.stream()
                .filter(each -> each.status() == InstructionStatus.PENDING)
                .sorted(Comparator.comparing(Instruction::id))
                .forEach(each -> byFund.computeIfAbsent(each.scheme(), any -> new ArrayList<>())
                        .add(payment(each)));
        List<PaymentOrder.Block> blocks = new ArrayList<>();
        byFund.forEach((scheme, payments) -> blocks.add(new PaymentOrder.Block(
                PaymentOrder.Block.idOf(batch.run(), scheme.code()), bank.payoutAccount(scheme), payments)));
        refuseUnlessAsApproved(batch, blocks);
        return new PaymentOrder(messageId, batch.bank(), now, on, blocks);
    }

    private static PaymentOrder.Payment payment(Instruction instruction) {
        return new PaymentOrder.Payment(
                instruction.endToEndId(),
                instruction.amount(),
                instruction.account().holder(),
                instruction.account().number(),
                instruction.slot() + " 养老金");
    }

    private static void refuseUnlessAsApproved(Batch batch, List<PaymentOrder.Block> blocks) {
        int count = blocks.stream().mapToInt(block -> block.payments().size()).sum();
        Fen sum = blocks.stream().map(PaymentOrder.Block::total).reduce(Fen.ZERO, Fen::plus);
        if (count != batch.payable() || !sum.equals(batch.payableAmount())) {
            throw new IllegalStateException("batch " + batch.id() + " was approved with " + batch.payable()
                    + " payments of " + batch.payableAmount() + ", its instructions are " + count + " of " + sum);
        }
    }
}
