package org.nxsi.simulators.bank;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.nxsi.platform.partner.GroupStatus;
import org.nxsi.platform.partner.PaymentStatusReport;
import org.nxsi.platform.partner.PaymentStatusReport.Line;
import org.nxsi.platform.partner.Seal;
import org.nxsi.platform.partner.TransactionStatus;
import org.nxsi.simulators.bank.Order.OrderView;

/** A bank's pain.002 messages. */
final class Reports {

    private final String bank;
    private final OrderResults results;
    private final InstantSource clock;

    Reports(String bank, OrderResults results, InstantSource clock) {
        this.bank = bank;
        this.results = results;
        this.clock = clock;
    }

    /** The answer to an order: accepted, or refused for good. Without lines: the results come later. */
    PaymentStatusReport verdict(String messageId, Verdict verdict) {
        return new PaymentStatusReport(
                id(messageId, "verdict"),
                messageId,
                clock.instant(),
                verdict.refusal() == null ? GroupStatus.ACCP : GroupStatus.RJCT,
                verdict.refusal(),
                List.of());
    }

    PaymentStatusReport notFound(String messageId) {
        return verdict(messageId, Verdict.refused(PaymentStatusReport.NOT_FOUND));
    }

    /** What may be said of an order now: before its results are due, only that it is being worked on. */
    PaymentStatusReport now(OrderView order) throws IOException {
        if (order.verdict().refusal() != null) {
            return verdict(order.messageId(), order.verdict());
        }
        boolean early = order.returnedLate().isEmpty() && order.due().isAfter(clock.instant());
        return early
                ? report(order, clock.instant(), GroupStatus.PDNG, results.pending(order))
                : results(order, clock.instant());
    }

    /** The report that is told by callback. */
    PaymentStatusReport results(OrderView order) throws IOException {
        return results(order, order.due());
    }

    private PaymentStatusReport results(OrderView order, Instant at) throws IOException {
        List<Line> lines = results.results(order);
        boolean allStayed = lines.stream().allMatch(line -> line.status() == TransactionStatus.ACSC);
        return report(order, at, allStayed ? GroupStatus.ACSC : GroupStatus.PART, lines);
    }

    private PaymentStatusReport report(OrderView order, Instant at, GroupStatus status, List<Line> lines) {
        String id = id(order.messageId(), status + "/" + order.returnedLate().size());
        return new PaymentStatusReport(id, order.messageId(), at, status, null, lines);
    }

    /** The same report has the same id, so that the receiver can tell a repetition. */
    private String id(String messageId, String kind) {
        String digest = Seal.digest((messageId + "/" + kind).getBytes(StandardCharsets.UTF_8));
        return "R" + bank + "-" + digest.substring(0, 24);
    }
}
