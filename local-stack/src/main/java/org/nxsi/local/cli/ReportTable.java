package org.nxsi.local.cli;

import java.util.List;
import org.nxsi.local.month.MonthReport;
import org.nxsi.platform.money.Fen;

/** The month's report as a table for people. */
final class ReportTable {

    private ReportTable() {}

    static List<String> lines(MonthReport report) {
        return List.of(
                "",
                "  %-14s %10s %20s".formatted("", "persons", "yuan"),
                row("entitled", report.entitled(), report.entitledFen()),
                row("paid", report.paid(), report.paidFen()),
                row("returned", report.returned(), report.returnedFen()),
                row("unknown", report.unknown(), report.unknownFen()),
                row("exceptions", report.exceptions(), report.exceptionsFen()),
                "  %-14s %10s %20s".formatted("banks' books", "", yuan(report.bankBooksFen())),
                "",
                "  complete       " + said(report.isComplete())
                        + "   (entitled = paid + returned + unknown + exceptions)",
                "  banks match    " + said(report.bankBooksMatch()) + "   (the banks' own books against ours)",
                "  fund books     " + said(report.fundBooksBalanced()) + "   (debits equal credits in every fund)",
                "",
                "  %d payees in %.1f s (%.1f a second): import %.1f, calculate %.1f, pay %.1f, reconcile %.1f; start %.1f s"
                        .formatted(
                                report.payees(),
                                report.runSeconds(),
                                report.payeesPerSecond(),
                                report.phases().importing(),
                                report.phases().calculate(),
                                report.phases().pay(),
                                report.phases().reconcile(),
                                report.startSeconds()));
    }

    private static String row(String name, long persons, long amount_fen) {
        return "  %-14s %,10d %20s".formatted(name, persons, yuan(amount_fen));
    }

    private static String yuan(long amount_fen) {
        return "%,.2f".formatted(Fen.of(amount_fen).yuan());
    }

    private static String said(boolean holds) {
        return holds ? "yes" : "NO ";
    }
}
