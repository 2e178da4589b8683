package org.nxsi.pension.payment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.nxsi.pension.beneficiary.Scheme;
import org.nxsi.pension.entitlement.PaymentHistory;
import org.nxsi.pension.entitlement.PaymentLine;
import org.nxsi.pension.instruction.Instruction;
import org.nxsi.pension.instruction.InstructionStatus;
import org.nxsi.pension.instruction.Instructions;
import org.nxsi.pension.instruction.Obligation;
import org.nxsi.platform.money.Month;
import org.springframework.stereotype.Component;

/** A person's payments, found by the names that their obligations must have; shown from release on. */
@Component
class PaymentsOfPayee implements PaymentHistory {

    private static final int LAST_DIGITS = 4;

    private final Instructions instructions;
    private final Batches batches;

    PaymentsOfPayee(Instructions instructions, Batches batches) {
        this.instructions = instructions;
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
        return instructions.byIds(possible).stream()
                .sorted(Comparator.comparing(Instruction::slot).thenComparing(Instruction::scheme))
                .map(this::line)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<PaymentLine> line(Instruction instruction) {
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
