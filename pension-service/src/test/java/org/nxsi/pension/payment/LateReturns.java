package org.nxsi.pension.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.nxsi.local.testing.ServiceUnderTest;
import org.nxsi.pension.instruction.Instruction;
import org.nxsi.platform.partner.GroupStatus;
import org.nxsi.platform.partner.PaymentOrder;
import org.nxsi.platform.partner.PaymentStatusReport;
import org.nxsi.platform.partner.TransactionStatus;

/** A bank's word, as it is kept once it was opened, that a payment it had credited has come back. */
public final class LateReturns {

    private LateReturns() {}

    public static void tell(ServiceUnderTest service, Instruction paid, String reason, LocalDate on) {
        Batch batch = Objects.requireNonNull(service.part(Batches.class).byId(paid.batch()));
        String messageId = Objects.requireNonNull(batch.messageId());
        service.part(BankReports.class)
                .keep(
                        batch.bank(),
                        new PaymentStatusReport(
                                "L" + paid.endToEndId(),
                                messageId,
                                Instant.now(),
                                GroupStatus.PART,
                                null,
                                List.of(new PaymentStatusReport.Line(
                                        PaymentOrder.Block.idOf(
                                                paid.run(), paid.scheme().code()),
                                        paid.endToEndId(),
                                        TransactionStatus.RJCT,
                                        reason,
                                        paid.amount(),
                                        paid.account().number(),
                                        on))));
    }
}
