package org.nxsi.platform.partner;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.money.Fen;

/**
 * A bank's word on a payment order (ISO 20022 pain.002.001.10; RULES 5.1 回盘).
 *
 * @param messageId the report's own id
 * @param originalMessageId the order it speaks of
 * @param created kept to the second
 * @param reason why the order is refused; null unless the status is {@link GroupStatus#RJCT}
 * @param lines the payments it speaks of; none in the answer to an order, all in the answer to an inquiry
 */
public record PaymentStatusReport(
        String messageId,
        String originalMessageId,
        Instant created,
        GroupStatus status,
        @Nullable String reason,
        List<Line> lines) {

    /** The bank has never seen the order: it may be sent again under the same id. */
    public static final String NOT_FOUND = "NOTF";

    /** The bank has another order under this id. Says nothing about that other one's fate. */
    public static final String DUPLICATE_MESSAGE_ID = "DU01";

    /** A payout account does not cover the order. */
    public static final String INSUFFICIENT_FUNDS = "AM04";

    /** A payout account that the bank does not keep for the bureau. */
    public static final String WRONG_PAYOUT_ACCOUNT = "AC02";

    /** The order was signed, but is not a payment order for this bank. */
    public static final String WRONG_FORMAT = "FF01";

    private static final Set<String> SAYS_NOTHING_FINAL = Set.of(NOT_FOUND, DUPLICATE_MESSAGE_ID);

    public PaymentStatusReport {
        Iso.text(messageId, Iso.MAX_ID, "MsgId");
        Iso.text(originalMessageId, Iso.MAX_ID, "OrgnlMsgId");
        created = Iso.wholeSeconds(created);
        lines = List.copyOf(lines);
        if ((reason != null) != (status == GroupStatus.RJCT)) {
            throw new MalformedMessage("a reason belongs to a refusal, and a refusal has a reason");
        }
        if (reason != null) {
            Iso.text(reason, Iso.MAX_ID, "StsRsnInf");
        }
        if (lines.size() > PaymentOrder.MAX_PAYMENTS) {
            throw new MalformedMessage("a report has at most " + PaymentOrder.MAX_PAYMENTS + " lines");
        }
    }

    /** @throws MalformedMessage unless a pain.002 as the banks write it */
    public static PaymentStatusReport read(byte[] xml) {
        return PaymentStatusReportXml.read(xml);
    }

    public byte[] write() {
        return PaymentStatusReportXml.write(this);
    }

    /** The bank has the order and works on it or has done so. */
    public boolean isAccepted() {
        return status != GroupStatus.RJCT;
    }

    /** The bank has never seen the order. */
    public boolean isNotFound() {
        return NOT_FOUND.equals(reason);
    }

    /** Nothing of the order was or will be booked: only now may its payments go out under a new message id. */
    public boolean isFinalRefusal() {
        return reason != null && !SAYS_NOTHING_FINAL.contains(reason);
    }

    /**
     * The result of one payment.
     *
     * @param block the id of the block that the order had it in
     * @param reason E01 to E09 (RULES 5.1); null unless returned
     * @param account the payee's account as booked
     * @param bookedOn the bank's business day of the result, on whose statement it stands; null while pending
     */
    public record Line(
            String block,
            String endToEndId,
            TransactionStatus status,
            @Nullable String reason,
            Fen amount,
            String account,
            @Nullable LocalDate bookedOn) {

        public Line {
            Iso.text(block, Iso.MAX_ID, "OrgnlPmtInfId");
            Iso.text(endToEndId, Iso.MAX_ID, "OrgnlEndToEndId");
            Iso.text(account, Iso.MAX_ACCOUNT, "CdtrAcct");
            if ((reason != null) != (status == TransactionStatus.RJCT)) {
                throw new MalformedMessage("a return has a reason, and nothing else has");
            }
            if (reason != null) {
                Iso.text(reason, Iso.MAX_ID, "StsRsnInf");
            }
            if ((bookedOn == null) != (status == TransactionStatus.PDNG)) {
                throw new MalformedMessage("a result has its day, and a pending payment has none");
            }
        }
    }
}
