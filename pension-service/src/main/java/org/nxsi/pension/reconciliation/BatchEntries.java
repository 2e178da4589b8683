package org.nxsi.pension.reconciliation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.difference.Finding;
import org.nxsi.pension.difference.Kind;
import org.nxsi.pension.instruction.Instruction;
import org.nxsi.pension.instruction.InstructionStatus;
import org.nxsi.pension.payment.Batch;
import org.nxsi.pension.payment.ReturnsByPeople;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.partner.AccountStatement;

/** What the statements say of one batch, collected until it is all there, then held against its instructions. */
final class BatchEntries {

    private final Batch batch;
    private final @Nullable LocalDate day;
    private final List<AccountStatement.Entry> payments = new ArrayList<>();
    private final List<AccountStatement.Entry> returns = new ArrayList<>();

    /** @param day the one day whose statement is read; null if all days are on which the batch was booked */
    BatchEntries(Batch batch, @Nullable LocalDate day) {
        this.batch = batch;
        this.day = day;
    }

    /**
     * How the entries compare.
     *
     * @param findings what differs
     * @param ofOtherDays entries whose payment or return we hold for booked on another day
     */
    record Compared(List<Finding> findings, List<Finding> ofOtherDays) {}

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

    Compared against(List<Instruction> instructions, String source) {
        Comparison paid = new Comparison(Finding.PAYMENT, source);
        Comparison returned = new Comparison(Finding.RETURN, source);
        for (Instruction each : instructions) {
            boolean isReturned = each.status() == InstructionStatus.RETURNED;
            boolean onStatement = isReturned || each.status() == InstructionStatus.PAID;
            boolean neverLeft = ReturnsByPeople.neverLeft(each);
            paid.ours(each, onStatement && !neverLeft ? dayOf(each.settledBy()) : null);
            returned.ours(each, isReturned && !neverLeft ? dayOf(each.returnedBy()) : null);
        }
        payments.forEach(paid::theirs);
        returns.forEach(returned::theirs);
        paid.conclude();
        returned.conclude();
        paid.findings.addAll(returned.findings);
        paid.ofOtherDays.addAll(returned.ofOtherDays);
        return new Compared(paid.findings, paid.ofOtherDays);
    }

    /** Final words carry the bank's business day at their end, see {@code ApplyingReport}. */
    private static @Nullable LocalDate dayOf(@Nullable String finalWord) {
        return finalWord == null ? null : LocalDate.parse(finalWord.substring(finalWord.lastIndexOf('/') + 1));
    }

    /** One leg: the payments, or the returns. */
    private final class Comparison {

        private final String leg;
        private final String source;
        private final Map<String, Instruction> known = new HashMap<>();
        private final Map<String, LocalDate> booked = new HashMap<>();
        private final Map<String, Integer> seen = new HashMap<>();
        private final List<Finding> findings = new ArrayList<>();
        private final List<Finding> ofOtherDays = new ArrayList<>();

        Comparison(String leg, String source) {
            this.leg = leg;
            this.source = source;
        }

        void ours(Instruction instruction, @Nullable LocalDate bookedOn) {
            known.put(instruction.endToEndId(), instruction);
            if (bookedOn != null) {
                booked.put(instruction.endToEndId(), bookedOn);
            }
        }

        void theirs(AccountStatement.Entry entry) {
            AccountStatement.PaymentReference payment = entry.payment();
            if (payment == null) {
                return;
            }
            Instruction instruction = known.get(payment.endToEndId());
            LocalDate bookedOn = booked.get(payment.endToEndId());
            Kind kind = kind(entry, payment, instruction, bookedOn);
            if (seen.merge(payment.endToEndId(), 1, Integer::sum) > 1) {
                kind = Kind.DUPLICATE;
            }
            if (kind != null) {
                findings.add(finding(kind, payment, instruction, entry.amount()));
            } else if (day != null && !day.equals(bookedOn)) {
                ofOtherDays.add(finding(Kind.DUPLICATE, payment, instruction, entry.amount()));
            }
        }

        private @Nullable Kind kind(
                AccountStatement.Entry entry,
                AccountStatement.PaymentReference payment,
                @Nullable Instruction ours,
                @Nullable LocalDate bookedOn) {
            if (ours == null) {
                return Kind.MISSING_HERE;
            }
            if (!entry.amount().equals(ours.amount())) {
                return Kind.AMOUNT;
            }
            if (!payment.account().equals(ours.account().number())) {
                return Kind.WRONG_ACCOUNT;
            }
            if (bookedOn != null) {
                return null;
            }
            return switch (ours.status()) {
                case PENDING -> Kind.NOT_REPORTED;
                case PAID -> leg.equals(Finding.RETURN) ? Kind.RETURNED_AT_BANK : null;
                case RETURNED -> leg.equals(Finding.PAYMENT) ? Kind.PAID_AFTER_RETURN : null;
                case WITHHELD, EXCEPTION -> Kind.MISSING_HERE;
            };
        }

        void conclude() {
            booked.forEach((endToEndId, on) -> {
                Instruction instruction = known.get(endToEndId);
                if (instruction != null && !seen.containsKey(endToEndId) && (day == null || day.equals(on))) {
                    findings.add(new Finding(
                            batch.bank(),
                            Kind.MISSING_AT_BANK,
                            leg,
                            batch.run(),
                            batch.id(),
                            endToEndId,
                            instruction.amount(),
                            null,
                            on,
                            null,
                            source));
                }
            });
        }

        private Finding finding(
                Kind kind, AccountStatement.PaymentReference payment, @Nullable Instruction instruction, Fen amount) {
            return new Finding(
                    batch.bank(),
                    kind,
                    leg,
                    batch.run(),
                    batch.id(),
                    payment.endToEndId(),
                    instruction == null ? null : instruction.amount(),
                    amount,
                    day,
                    payment.reason(),
                    source);
        }
    }
}
