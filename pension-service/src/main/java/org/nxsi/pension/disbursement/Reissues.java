package org.nxsi.pension.disbursement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.beneficiary.PayeeAccount;
import org.nxsi.pension.instruction.Instruction;
import org.nxsi.pension.instruction.InstructionStatus;
import org.nxsi.pension.instruction.Instructions;
import org.nxsi.pension.payment.Batch;
import org.nxsi.pension.returned.ReturnedPayment;
import org.nxsi.pension.returned.ReturnedPayments;
import org.nxsi.platform.events.PoisonousEvent;
import org.springframework.stereotype.Component;

/**
 * What a supplementary run pays. A slice is born with the list of its returned payments, so there is one list whoever
 * cuts how often; it claims them, then makes their instructions by key. Killed in between it does both again: what was
 * claimed for this run is still its own, and what became ready after the cut waits for the next run.
 */
@Component
class Reissues {

    /** A slice goes to each bank in one order. */
    private static final int MOST_PER_SLICE = 5_000;

    private final Slices slices;
    private final ReturnedPayments returned;
    private final Instructions instructions;

    Reissues(Slices slices, ReturnedPayments returned, Instructions instructions) {
        this.slices = slices;
        this.returned = returned;
        this.instructions = instructions;
    }

    /** One slice at a time: each brings its list along. */
    void cut(Run run) {
        for (Slice range : Cut.of(run.id(), run.slices())) {
            slices.open(List.of(range.of(returned.ready(range.fromId(), range.beforeId(), MOST_PER_SLICE))));
        }
    }

    Due due(Run run, Slice slice) {
        List<String> ids = slice.returned() == null ? List.of() : slice.returned();
        if (ids.isEmpty()) {
            return new Due(0, List.of());
        }
        returned.claim(ids, run.id());
        Map<String, Instruction> firsts = new HashMap<>();
        instructions.byIds(ids).forEach(each -> firsts.put(each.id(), each));
        List<Instruction> again = returned.byIds(ids).stream()
                .map(each -> reissue(run, slice, each, firsts.get(each.id())))
                .toList();
        if (again.size() != ids.size()) {
            throw new PoisonousEvent(
                    "slice " + slice.id() + " took " + ids.size() + " returned payments, there are " + again.size());
        }
        return new Due(again.size(), again);
    }

    private static Instruction reissue(
            Run run, Slice slice, ReturnedPayment payment, @Nullable Instruction returnedOne) {
        if (returnedOne == null || !run.id().equals(payment.reissueRun())) {
            throw new PoisonousEvent(payment.id() + " is not this run's to pay again, but of " + payment.reissueRun());
        }
        PayeeAccount account = payment.approvedAccount();
        return new Instruction(
                payment.reissue(),
                run.id(),
                Batch.idOf(slice.id(), account.bank()),
                returnedOne.payee(),
                returnedOne.scheme(),
                returnedOne.benefit(),
                returnedOne.slot(),
                account,
                returnedOne.parts(),
                returnedOne.amount(),
                InstructionStatus.PENDING,
                null,
                returnedOne.certificationOverdue(),
                null,
                null,
                null,
                null);
    }
}
