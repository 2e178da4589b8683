package org.nxsi.pension.payment;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.partner.AccountStatement;
import org.nxsi.platform.partner.GroupStatus;
import org.nxsi.platform.partner.PaymentStatusReport;
import org.nxsi.platform.partner.Seal;
import org.nxsi.platform.partner.TransactionStatus;

/** What statements show of one message, gathered entry by entry: of each payment the last thing that happened to it. */
final class StatementEvidence {

    private static final int ID_DIGITS = 24;

    private final Batch batch;
    private final String messageId;
    private final Map<String, PaymentStatusReport.Line> lines = new TreeMap<>();
    private long entries;

    StatementEvidence(Batch batch, String messageId) {
        this.batch = batch;
        this.messageId = messageId;
    }

    void take(AccountStatement.Entry entry, LocalDate day) {
        entries++;
        AccountStatement.PaymentReference payment = entry.payment();
        if (payment == null || !payment.messageId().equals(messageId)) {
            return;
        }
        switch (entry.kind()) {
            case PAYMENT -> credited(payment.endToEndId(), entry.amount(), payment.account(), day);
            case RETURN ->
                cameBack(
                        payment.endToEndId(), entry.amount(), payment.account(), day, String.valueOf(payment.reason()));
            case ALLOTMENT -> throw new IllegalStateException("an allotment names no payment");
        }
    }

    void credited(String endToEndId, Fen amount, String account, LocalDate day) {
        lines.putIfAbsent(endToEndId, line(endToEndId, TransactionStatus.ACSC, null, amount, account, day));
    }

    void cameBack(String endToEndId, Fen amount, String account, LocalDate day, String reason) {
        lines.put(endToEndId, line(endToEndId, TransactionStatus.RJCT, reason, amount, account, day));
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    int size() {
        return lines.size();
    }

    BatchResolution.Evidence evidence(BatchResolution.Origin origin, LocalDate from, LocalDate to) {
        return new BatchResolution.Evidence(
                origin,
                from,
                to,
                entries,
                count(TransactionStatus.ACSC),
                sum(TransactionStatus.ACSC),
                count(TransactionStatus.RJCT),
                sum(TransactionStatus.RJCT),
                Seal.digest(lines.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** The report that the bank could have sent; its id is the resolution's. */
    PaymentStatusReport report(String resolution) {
        String id =
                "P-" + Seal.digest(resolution.getBytes(StandardCharsets.UTF_8)).substring(0, ID_DIGITS);
        return new PaymentStatusReport(
                id, messageId, Instant.now(), GroupStatus.PART, null, List.copyOf(lines.values()));
    }

    private PaymentStatusReport.Line line(
            String endToEndId,
            TransactionStatus status,
            @Nullable String reason,
            Fen amount,
            String account,
            LocalDate day) {
        return new PaymentStatusReport.Line(batch.run(), endToEndId, status, reason, amount, account, day);
    }

    private int count(TransactionStatus status) {
        return (int)
                lines.values().stream().filter(line -> line.status() == status).count();
    }

    private Fen sum(TransactionStatus status) {
        return lines.values().stream()
                .filter(line -> line.status() == status)
                .map(PaymentStatusReport.Line::amount)
                .reduce(Fen.ZERO, Fen::plus);
    }
}
