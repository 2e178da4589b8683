package org.nxsi.pension.disbursement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.instruction.Instruction;
import org.nxsi.pension.instruction.InstructionStatus;
import org.nxsi.pension.instruction.Instructions;
import org.nxsi.pension.payment.Batch;
import org.nxsi.pension.payment.BatchStatus;
import org.nxsi.pension.payment.Batches;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;
import org.nxsi.platform.web.Role;
import org.springframework.stereotype.Component;

/**
 * Stops single payments of an approved run. The batch decides, in one conditional update: once it is being made into
 * an order a stop comes too late. The instructions follow; whoever makes the order sees to that once more.
 */
@Component
class StoppingPayment {

    private static final int MOST_STOPS = 500;
    private static final int LONGEST_NOTE = 200;
    private static final int ATTEMPTS = 20;
    private static final List<BatchStatus> NOT_SENT = List.of(BatchStatus.CALCULATED, BatchStatus.RELEASED);

    private final Runs runs;
    private final Batches batches;
    private final Instructions instructions;

    StoppingPayment(Runs runs, Batches batches, Instructions instructions) {
        this.runs = runs;
        this.batches = batches;
        this.instructions = instructions;
    }

    /** Whom to stop: one instruction, or all that a payee gets from the run. */
    record Wanted(
            @Nullable String payee,
            @Nullable String instruction,
            @Nullable StopReason reason,
            @Nullable String note) {}

    /** @throws ProblemException 409 {@code batch-already-sent} for what is being sent, 404 for what is not in the run */
    List<Batch.Stop> stop(Caller caller, String runId, Wanted wanted) {
        caller.require(Role.REVIEWER, Role.FINANCE);
        RunNotThere.unless(runs.byId(runId), runId, RunStatus.APPROVED, RunStatus.RELEASED);
        StopReason reason = reason(wanted);
        List<Batch.Stop> stops = new ArrayList<>();
        for (Instruction each : meant(runId, wanted)) {
            Batch.Stop stop = new Batch.Stop(
                    each.id(),
                    each.scheme(),
                    each.amount(),
                    reason.name(),
                    wanted.note(),
                    caller.actor(),
                    Instant.now(),
                    null);
            Batch stopped = change(each.batch(), each.id(), NOT_SENT, before -> before == null ? stop : before);
            stops.add(stopOf(stopped, each.id()));
        }
        return stops;
    }

    /** The first of two people wants a stop away. */
    Batch.Stop wantLifted(Caller caller, String runId, String instruction) {
        caller.require(Role.REVIEWER, Role.FINANCE);
        RunNotThere.unless(runs.byId(runId), runId, RunStatus.APPROVED);
        return lift(
                runId,
                instruction,
                stop -> stop.lifting() != null
                        ? stop
                        : stop.with(new Batch.Lifting(caller.actor(), Instant.now(), null, null)));
    }

    /** The second one lifts it; the payment travels with its batch again. */
    Batch.Stop lift(Caller caller, String runId, String instruction) {
        caller.require(Role.REVIEWER, Role.FINANCE);
        RunNotThere.unless(runs.byId(runId), runId, RunStatus.APPROVED);
        return lift(runId, instruction, stop -> {
            Batch.Lifting lifting = stop.lifting();
            if (lifting == null) {
                throw Problem.conflict("lifting-not-wanted", "another person has to want it lifted first")
                        .exception();
            }
            if (lifting.by().equals(caller.actor())) {
                throw Problem.forbidden("same-person", "who wants the stop lifted cannot lift it")
                        .exception();
            }
            return lifting.approvedBy() != null
                    ? stop
                    : stop.with(new Batch.Lifting(lifting.by(), lifting.at(), caller.actor(), Instant.now()));
        });
    }

    private Batch.Stop lift(String runId, String instruction, UnaryOperator<Batch.Stop> step) {
        Instruction stopped = instructions.byIds(List.of(instruction)).stream()
                .filter(each -> each.run().equals(runId))
                .findFirst()
                .orElseThrow(() -> unknown(runId));
        return stopOf(
                change(stopped.batch(), instruction, List.of(BatchStatus.CALCULATED), before -> {
                    if (before == null) {
                        throw Problem.notFound("stop-unknown", "this payment was not stopped")
                                .exception();
                    }
                    return step.apply(before);
                }),
                instruction);
    }

    /** A stop that was lifted may be set again: the new one takes its place. */
    private Batch change(String batchId, String instruction, List<BatchStatus> where, Change change) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Batch seen = batches.byId(batchId);
            if (seen == null) {
                throw Problem.conflict("not-payable", "the payment does not travel to a bank")
                        .exception();
            }
            Batch.Stop before = seen.stops().stream()
                    .filter(each -> each.instruction().equals(instruction) && each.holds())
                    .findFirst()
                    .orElse(null);
            Batch.Stop after = change.of(before);
            if (after.equals(before)) {
                hold(seen);
                return seen;
            }
            refuseUnlessOpen(seen, where);
            Batch changed = batches.changeStops(seen, with(seen, after), where);
            if (changed != null) {
                hold(changed);
                return changed;
            }
        }
        throw Problem.conflict("batch-busy", "others are stopping payments of this batch; try again")
                .exception();
    }

    private void hold(Batch batch) {
        instructions.hold(batch.stopped(true), batch.stopped(false), batch.stopVersion());
    }

    private static List<Batch.Stop> with(Batch seen, Batch.Stop after) {
        List<Batch.Stop> stops = new ArrayList<>(seen.stops());
        stops.removeIf(each -> each.instruction().equals(after.instruction()));
        stops.add(after);
        if (stops.size() > MOST_STOPS) {
            throw Problem.conflict("too-many-stops", "at most " + MOST_STOPS + " payments of a batch")
                    .exception();
        }
        return stops;
    }

    private static void refuseUnlessOpen(Batch seen, List<BatchStatus> where) {
        if (seen.sealed() || !where.contains(seen.status())) {
            throw Problem.conflict("batch-already-sent", "batch " + seen.id() + " has left: " + seen.status())
                    .with("batch", seen.id())
                    .with("status", seen.status())
                    .exception();
        }
    }

    private List<Instruction> meant(String run, Wanted wanted) {
        boolean isOne = wanted.instruction() != null;
        if (isOne == (wanted.payee() != null)) {
            throw Problem.badRequest("missing-field", "payee", "a payee, or an instruction")
                    .exception();
        }
        List<Instruction> meant = isOne
                ? instructions.byIds(List.of(String.valueOf(wanted.instruction()))).stream()
                        .filter(each -> each.run().equals(run))
                        .toList()
                : instructions.ofPayee(String.valueOf(wanted.payee()), run);
        if (meant.isEmpty()) {
            throw unknown(run);
        }
        if (meant.stream().allMatch(each -> each.status() == InstructionStatus.EXCEPTION)) {
            throw Problem.conflict(
                            "not-payable",
                            "it is not paid anyway: " + meant.getFirst().exception())
                    .exception();
        }
        return meant.stream()
                .filter(each -> each.status() != InstructionStatus.EXCEPTION)
                .toList();
    }

    private static StopReason reason(Wanted wanted) {
        if (wanted.reason() == null) {
            throw Problem.badRequest("missing-field", "reason", "why is it stopped?")
                    .exception();
        }
        boolean isNoted = wanted.note() != null && !wanted.note().isBlank();
        if (wanted.note() != null && wanted.note().length() > LONGEST_NOTE
                || wanted.reason() == StopReason.OTHER && !isNoted) {
            throw Problem.badRequest("invalid-field", "note", "a note of at most " + LONGEST_NOTE + " characters")
                    .exception();
        }
        return wanted.reason();
    }

    private static ProblemException unknown(String run) {
        return Problem.notFound("payment-unknown", "run " + run + " has no such payment")
                .exception();
    }

    private static Batch.Stop stopOf(Batch batch, String instruction) {
        return batch.stops().stream()
                .filter(each -> each.instruction().equals(instruction))
                .findFirst()
                .orElseThrow();
    }

    /** What becomes of the stop that holds; null if none does. */
    @FunctionalInterface
    private interface Change {
        Batch.Stop of(Batch.@Nullable Stop before);
    }
}
