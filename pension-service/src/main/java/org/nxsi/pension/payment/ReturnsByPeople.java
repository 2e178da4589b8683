package org.nxsi.pension.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.nxsi.pension.instruction.Instruction;
import org.nxsi.pension.instruction.Instructions;
import org.nxsi.platform.events.PoisonousEvent;
import org.nxsi.platform.partner.GroupStatus;
import org.nxsi.platform.partner.PaymentOrder;
import org.nxsi.platform.partner.PaymentStatusReport;
import org.nxsi.platform.partner.TransactionStatus;
import org.springframework.stereotype.Component;

/**
 * A return that two people have decided on. It goes the very way of a bank's report, so that vouchers and sums follow
 * from it as from any other.
 */
@Component
public class ReturnsByPeople {

    private static final String NEVER_LEFT = "N-";
    private static final String ON_STATEMENT = "S-";

    /** 超时未知 (RULES 5.1): the bank had it for paid, or said so, and its books do not know it. */
    private static final String UNKNOWN_TO_BANK = "E08";

    private final Batches batches;
    private final Instructions instructions;
    private final BankReports reports;

    ReturnsByPeople(Batches batches, Instructions instructions, BankReports reports) {
        this.batches = batches;
        this.instructions = instructions;
        this.reports = reports;
    }

    /** Whether it was marked as never having left the payout account: no statement will show payment or return. */
    public static boolean neverLeft(Instruction instruction) {
        String returnedBy = instruction.returnedBy();
        return returnedBy != null && returnedBy.contains("/" + NEVER_LEFT);
    }

    /** Marks one payment of a batch as never having left the payout account, once. @param on business day */
    public void neverLeft(String batchId, String endToEndId, LocalDate on, String decision) {
        mark(batchId, endToEndId, UNKNOWN_TO_BANK, on, NEVER_LEFT + decision);
    }

    /**
     * Marks one payment of a batch as returned the way the statement has it, once.
     *
     * @param reason E01 to E09 (RULES 5.1)
     * @param on the statement's day
     * @param decision id of the decision, which makes the report's
     */
    public void asOnStatement(String batchId, String endToEndId, String reason, LocalDate on, String decision) {
        mark(batchId, endToEndId, reason, on, ON_STATEMENT + decision);
    }

    private void mark(String batchId, String endToEndId, String reason, LocalDate on, String decision) {
        Batch batch = batches.byId(batchId);
        if (batch == null || batch.messageId() == null) {
            throw new PoisonousEvent("no sent batch " + batchId);
        }
        Instruction instruction = instructions.ofBatch(batchId).stream()
                .filter(each -> each.endToEndId().equals(endToEndId))
                .findFirst()
                .orElseThrow(() -> new PoisonousEvent("batch " + batchId + " has no payment " + endToEndId));
        PaymentStatusReport.Line line = new PaymentStatusReport.Line(
                PaymentOrder.Block.idOf(batch.run(), instruction.scheme().code()),
                endToEndId,
                TransactionStatus.RJCT,
                reason,
                instruction.amount(),
                instruction.account().number(),
                on);
        reports.keep(
                batch.bank(),
                new PaymentStatusReport(
                        decision, batch.messageId(), Instant.now(), GroupStatus.PART, null, List.of(line)));
    }
}
