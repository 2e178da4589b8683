package org.nxsi.pension.payment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.beneficiary.Scheme;
import org.nxsi.pension.entitlement.PaymentHistory;
import org.nxsi.pension.entitlement.PaymentLine;
import org.nxsi.pension.instruction.Instruction;
import org.nxsi.pension.instruction.InstructionStatus;
import org.nxsi.pension.instruction.Instructions;
import org.nxsi.pension.instruction.Obligation;
import org.nxsi.pension.returned.ReturnReason;
import org.nxsi.pension.returned.ReturnedPayment;
import org.nxsi.pension.returned.ReturnedPayments;
import org.nxsi.platform.money.Month;
import org.springframework.stereotype.Component;

/** A person's payments, found by the names that their obligations must have; shown from release on. */
@Component
class PaymentsOfPayee implements PaymentHistory {

    private static final int LAST_DIGITS = 4;

    private final Instructions instructions;
    private final Batches batches;
    private final ReturnedPayments returnedPayments;

    PaymentsOfPayee(Instructions instructions, Batches batches, ReturnedPayments returnedPayments) {
        this.instructions = instructions;
        this.returnedPayments = returnedPayments;
        this.batches = batches;
    }

    @Override
    public List<PaymentLine> of(String payee, Month from, Month to) {
        List<String> possible = new ArrayList<>();
        for (Month month = from; !month.isAfter(to); month = month.next()) {
            String slot = month.toString();
            Arrays.stream(Scheme.values())
                    .map(scheme ->
                            Obligation.pension(payee, scheme.code(), slot).key())
                    .forEach(possible::add);
        }
        Map<String, ReturnedPayment> corrections = new HashMap<>();
        List<Instruction> found = new ArrayList<>();
        while (!possible.isEmpty()) {
            List<Instruction> some = instructions.byIds(possible);
            found.addAll(some);
            possible = reissues(some, corrections);
        }
        return found.stream()
                .sorted(Comparator.comparing(Instruction::slot)
                        .thenComparing(Instruction::scheme)
                        .thenComparing(each -> Obligation.attempt(each.id())))
                .map(each -> line(each, corrections.get(each.id())))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Keys of the payments that pay again what of these was returned, as far as they have been made. */
    private List<String> reissues(List<Instruction> some, Map<String, ReturnedPayment> corrections) {
        List<String> returned = some.stream()
                .filter(each -> each.status() == InstructionStatus.RETURNED)
                .map(Instruction::id)
                .toList();
        if (returned.isEmpty()) {
            return List.of();
        }
        List<String> made = new ArrayList<>();
        for (ReturnedPayment each : returnedPayments.byIds(returned)) {
            corrections.put(each.id(), each);
            if (each.reissueRun() != null) {
                made.add(each.reissue());
            }
        }
        return made;
    }

    private Optional<PaymentLine> line(Instruction instruction, @Nullable ReturnedPayment correction) {
        return status(instruction)
                .map(status -> new PaymentLine(
                        instruction.id(),
                        instruction.scheme(),
                        instruction.benefit().equals(Obligation.PENSION) ? PaymentLine.MONTHLY : instruction.benefit(),
                        Month.parse(instruction.slot()),
                        instruction.amount(),
                        instruction.account().bank(),
                        lastDigits(instruction.account().number()),
                        status,
                        instruction.returnReason(),
                        instruction.returnReason() == null ? null : ReturnReason.textOf(instruction.returnReason()),
                        correction == null ? null : correction.state().name(),
                        Obligation.returnedKey(instruction.id()),
                        instruction.bookedOn()));
    }

    /** What people are told; nothing while the run has not been released. */
    private Optional<String> status(Instruction instruction) {
        if (instruction.status() != InstructionStatus.PENDING) {
            return Optional.of(instruction.status().name());
        }
        Batch batch = batches.byId(instruction.batch());
        return batch == null || batch.status() == BatchStatus.CALCULATED ? Optional.empty() : Optional.of("UNDER_WAY");
    }

    private static String lastDigits(String account) {
        return account.substring(Math.max(0, account.length() - LAST_DIGITS));
    }
}
