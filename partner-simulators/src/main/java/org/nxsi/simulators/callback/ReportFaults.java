package org.nxsi.simulators.callback;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.nxsi.platform.partner.GroupStatus;
import org.nxsi.platform.partner.PaymentStatusReport;
import org.nxsi.platform.partner.PaymentStatusReport.Line;
import org.nxsi.platform.partner.TransactionStatus;
import org.nxsi.simulators.faults.Fault;
import org.nxsi.simulators.faults.Faults;

/** Where the telling of reports can go wrong on purpose. */
final class ReportFaults {

    /** Between the parts of what should have come at once. */
    static final long PAUSE_MS = 2_000;

    private static final long OVERTAKEN_MS = 3_000;

    private ReportFaults() {}

    static long lateness_ms(Faults faults, String messageId) {
        if (faults.strikes(Fault.LATE_REPORT, messageId)) {
            return faults.lateReport_ms();
        }
        return faults.strikes(Fault.OVERTAKEN_REPORT, messageId) ? OVERTAKEN_MS : 0;
    }

    static boolean isTornNow(Faults faults, PaymentStatusReport report) {
        return report.lines().size() > 1 && faults.strikesOnce(Fault.HALF_REPORT, report.messageId());
    }

    static boolean isRepeated(Faults faults, PaymentStatusReport report) {
        return faults.strikes(Fault.REPEATED_REPORT, report.messageId());
    }

    /** The first half of the payments; of the others it says nothing. */
    static PaymentStatusReport half(PaymentStatusReport report) {
        List<Line> lines = report.lines().subList(0, report.lines().size() / 2);
        String id = report.messageId() + "-h";
        return new PaymentStatusReport(id, report.originalMessageId(), report.created(), GroupStatus.PDNG, null, lines);
    }

    /** The payments that will come back although they were just told as credited; empty if none. */
    static Optional<Set<String>> lateReturns(Faults faults, PaymentStatusReport report) {
        if (faults.lateReturn_days() > 0) {
            return Optional.empty();
        }
        Set<String> struck = report.lines().stream()
                .filter(line -> line.status() == TransactionStatus.ACSC)
                .map(Line::endToEndId)
                .filter(endToEndId -> faults.strikesOnce(Fault.LATE_RETURN, endToEndId))
                .collect(Collectors.toSet());
        return struck.isEmpty() ? Optional.empty() : Optional.of(struck);
    }
}
