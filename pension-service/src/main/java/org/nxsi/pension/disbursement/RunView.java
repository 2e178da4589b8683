package org.nxsi.pension.disbursement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.payment.BatchStatus;
import org.nxsi.platform.money.Month;

/**
 * A run as staff see it.
 *
 * @param totals what it was calculated to; absent while it is being calculated
 * @param repeated true when this answer repeats a step that had been taken before
 */
record RunView(
        String id,
        Month month,
        RunKind kind,
        RunStatus status,
        LocalDate cutOff,
        long beneficiaries,
        int slices,
        int slicesDone,
        Collection<String> workers,
        long batches,
        long batchesSent,
        long batchesSettled,
        Run.@Nullable ControlTotals totals,
        List<Run.FundNeed> funds,
        String maker,
        @Nullable String approver,
        @Nullable String releaser,
        Instant createdAt,
        @Nullable Instant releasedAt,
        @Nullable Instant paidAt,
        @Nullable Boolean repeated) {

    static RunView of(Run run, List<Slice> slices, Map<BatchStatus, Long> batches, @Nullable Boolean repeated) {
        List<Slice> closed = slices.stream().filter(Slice::closed).toList();
        long all = batches.values().stream().mapToLong(Long::longValue).sum();
        long settled = batches.getOrDefault(BatchStatus.SETTLED, 0L);
        long sent = settled + batches.getOrDefault(BatchStatus.SENT, 0L);
        return new RunView(
                run.id(),
                run.month(),
                run.kind(),
                run.status(),
                run.cutOff(),
                run.beneficiaries(),
                run.slices(),
                closed.size(),
                closed.stream()
                        .map(slice ->
                                slice.result() == null ? "" : slice.result().worker())
                        .sorted()
                        .distinct()
                        .toList(),
                all,
                sent,
                settled,
                run.control(),
                run.funds(),
                run.maker(),
                run.approver(),
                run.releaser(),
                run.createdAt(),
                run.releasedAt(),
                run.paidAt(),
                repeated);
    }
}
