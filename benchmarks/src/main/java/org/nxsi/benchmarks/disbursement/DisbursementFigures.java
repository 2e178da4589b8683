package org.nxsi.benchmarks.disbursement;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.Map;
import org.nxsi.local.month.MonthReport;

/**
 * What a month came to, for people to read.
 *
 * @param ceiling documents a second that the store takes when nothing else is done
 */
record DisbursementFigures(MonthReport report, Phases phases, Map<String, Long> peaks, double ceiling, int instances) {

    /** From the run made to the run closed: the roster's import is no part of a month. */
    static double endToEnd_s(MonthReport report) {
        return report.phases().calculate()
                + report.phases().pay()
                + report.phases().reconcile();
    }

    /** Payees a second, end to end. */
    static double rate(MonthReport report) {
        return report.payees() / endToEnd_s(report);
    }

    void print(PrintStream out) {
        MonthReport.Phases seconds = report.phases();
        double endToEnd_s = endToEnd_s(report);
        double rate = rate(report);
        out.printf(
                "%ndisbursement of %,d payees, %d instance(s) of pension-service, %d cores, %s%n",
                report.payees(), instances, Runtime.getRuntime().availableProcessors(), LocalDate.now());
        out.printf(
                "  paid %,d  returned %,d  unknown %,d  complete %s  banks match %s  books balance %s%n",
                report.paid(),
                report.returned(),
                report.unknown(),
                report.isComplete(),
                report.bankBooksMatch(),
                report.fundBooksBalanced());
        phase(out, "import (roster, not part of the month)", seconds.importing());
        phase(out, "calculate", seconds.calculate());
        phase(out, "pay (fund, approve, release, banks' words)", seconds.pay());
        phase(out, "reconcile and close", seconds.reconcile());
        phase(out, "end to end (run made to run closed)", endToEnd_s);
        MonthReport.Confirmations words = report.confirmations();
        out.printf(
                "  release -> bank confirmation, %d batches let go at once: first %.2f s, p50 %.2f s, p99 %.2f s%n",
                words.batches(), words.first(), words.p50(), words.p99());
        out.printf(
                "  handed to the bank -> its confirmation: p50 %.2f s, p99 %.2f s%n", words.sentP50(), words.sentP99());
        out.printf("  raw ceiling of the store (insert + update, nothing else) %,.0f a second%n", ceiling);
        out.printf("  ratio %.2f%n", rate / ceiling);
        out.println("  peak memory, MB: " + peaks);
        phases.cpu_s().forEach((phase, used) -> out.println("  processor seconds, " + phase + ": " + rounded(used)));
    }

    private void phase(PrintStream out, String name, double seconds) {
        out.printf("  %-44s %8.2f s  %,10.0f payees a second%n", name, seconds, report.payees() / seconds);
    }

    private static String rounded(Map<String, Double> used) {
        StringBuilder text = new StringBuilder();
        used.forEach((part, seconds) -> {
            if (seconds >= 0.1) {
                text.append("%s %.1f  ".formatted(part, seconds));
            }
        });
        return text.toString();
    }
}
