package org.nxsi.pension.payment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.difference.Finding;
import org.nxsi.pension.difference.Kind;
import org.nxsi.pension.instruction.Instruction;
import org.nxsi.pension.instruction.InstructionStatus;
import org.nxsi.platform.partner.PaymentStatusReport;
import org.nxsi.platform.partner.TransactionStatus;

/**
 * A bank's word held against our instructions: a line counts only if end-to-end id, amount and account match ours
 * (a bank's word is checked). What does not match is a difference and changes nothing.
 *
 * @param byDay final words by the bank's business day
 * @param differences what did not match
 */
record CheckedReport(Map<LocalDate, Words> byDay, List<Finding> differences) {

    /** The final words of one business day: ids credited, and ids returned with their reasons. */
    record Words(List<String> paid, Map<String, String> returned) {}

    static CheckedReport of(Batch batch, String source, PaymentStatusReport report, List<Instruction> instructions) {
        Map<String, Instruction> ours = new HashMap<>();
        instructions.forEach(each -> ours.put(each.endToEndId(), each));
        Map<LocalDate, Words> byDay = new TreeMap<>();
        List<Finding> differences = new ArrayList<>();
        for (PaymentStatusReport.Line line : report.lines()) {
            LocalDate day = line.bookedOn();
            if (line.status() == TransactionStatus.PDNG || day == null) {
                continue;
            }
            Instruction instruction = ours.get(line.endToEndId());
            @Nullable Kind kind = differs(line, instruction);
            if (kind != null || instruction == null) {
                differences.add(finding(batch, source, line, instruction, kind == null ? Kind.MISSING_HERE : kind));
                continue;
            }
            Words words = byDay.computeIfAbsent(day, any -> new Words(new ArrayList<>(), new HashMap<>()));
            if (line.reason() == null) {
                words.paid().add(instruction.id());
            } else {
                words.returned().put(instruction.id(), line.reason());
            }
        }
        return new CheckedReport(byDay, differences);
    }

    private static Finding finding(
            Batch batch, String source, PaymentStatusReport.Line line, @Nullable Instruction ours, Kind kind) {
        return new Finding(
                batch.bank(),
                kind,
                line.reason() == null ? Finding.PAYMENT : Finding.RETURN,
                batch.run(),
                batch.id(),
                line.endToEndId(),
                ours == null ? null : ours.amount(),
                line.amount(),
                line.bookedOn(),
                line.reason(),
                source);
    }

    private static @Nullable Kind differs(PaymentStatusReport.Line line, @Nullable Instruction ours) {
        if (ours == null) {
            return Kind.MISSING_HERE;
        }
        if (!line.amount().equals(ours.amount())) {
            return Kind.AMOUNT;
        }
        if (!line.account().equals(ours.account().number())) {
            return Kind.WRONG_ACCOUNT;
        }
        boolean paidAfterReturn =
                line.status() == TransactionStatus.ACSC && ours.status() == InstructionStatus.RETURNED;
        return paidAfterReturn ? Kind.PAID_AFTER_RETURN : null;
    }
}
