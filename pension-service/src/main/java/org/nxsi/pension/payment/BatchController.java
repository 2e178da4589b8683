package org.nxsi.pension.payment;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.beneficiary.Scheme;
import org.nxsi.pension.instruction.Instruction;
import org.nxsi.pension.instruction.InstructionStatus;
import org.nxsi.pension.instruction.Instructions;
import org.nxsi.platform.identity.Masking;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Page;
import org.nxsi.platform.web.PageRequest;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Bank batches as staff see them; accounts and names masked. */
@RestController
@RequestMapping("/admin/v1/payment-batches")
class BatchController {

    private final Batches batches;
    private final Instructions instructions;

    BatchController(Batches batches, Instructions instructions) {
        this.batches = batches;
        this.instructions = instructions;
    }

    /** An instruction without what identifies the person at the bank. */
    record InstructionView(
            String obligation,
            String endToEndId,
            Scheme scheme,
            Fen amount,
            String account,
            String holder,
            InstructionStatus status,
            @Nullable String exception,
            @Nullable String returnReason) {

        static InstructionView of(Instruction instruction) {
            return new InstructionView(
                    instruction.id(),
                    instruction.endToEndId(),
                    instruction.scheme(),
                    instruction.amount(),
                    Masking.bankAccount(instruction.account().number()),
                    Masking.name(instruction.account().holder()),
                    instruction.status(),
                    instruction.exception(),
                    instruction.returnReason());
        }
    }

    @GetMapping
    Page<Batch> ofRun(@RequestParam String run, PageRequest request) {
        return Page.of(batches.ofRun(run, request.after(), request.limit() + 1), request, Batch::id);
    }

    /** The named list of those whose bank stays silent: why, since when, how often asked. */
    @GetMapping("/escalated")
    Page<Batch> escalated(PageRequest request) {
        return Page.of(batches.escalated(request.after(), request.limit() + 1), request, Batch::id);
    }

    @GetMapping("/{id}")
    Batch batch(@PathVariable String id) {
        return found(id);
    }

    @GetMapping("/{id}/instructions")
    Page<InstructionView> instructions(@PathVariable String id, PageRequest request) {
        List<Instruction> page = instructions.ofBatch(id, request.after(), request.limit() + 1);
        return Page.of(page, request, Instruction::id).map(InstructionView::of);
    }

    /**
     * Finance lets a batch go again under a new message id, once the reason of the bank's signed, final refusal is
     * mended. No other state allows it: what was only silent is inquired about.
     */
    @PostMapping("/{id}/resubmission")
    Batch resubmit(Caller caller, @PathVariable String id) {
        caller.require(Role.FINANCE);
        Batch refused = found(id);
        Batch released = batches.step(
                refused,
                List.of(BatchStatus.REFUSED),
                combine(
                        set("status", BatchStatus.RELEASED),
                        set("resubmittedBy", caller.actor()),
                        set("nextInquiryAt", Instant.now()),
                        unset("refusal")));
        if (released == null) {
            throw Problem.conflict(
                            "batch-not-refused",
                            "batch " + id + " is " + refused.status()
                                    + "; a new message needs the bank's final refusal")
                    .with("status", refused.status())
                    .exception();
        }
        return released;
    }

    private Batch found(String id) {
        Batch batch = batches.byId(id);
        if (batch == null) {
            throw Problem.notFound("batch-unknown", "there is no batch " + id).exception();
        }
        return batch;
    }
}
