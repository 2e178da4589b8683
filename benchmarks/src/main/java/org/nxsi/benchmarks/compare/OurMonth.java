package org.nxsi.benchmarks.compare;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.nxsi.benchmarks.disbursement.BenchHouse;
import org.nxsi.benchmarks.disbursement.Processes;
import org.nxsi.local.month.MonthFailure;
import org.nxsi.local.month.MonthListener;
import org.nxsi.local.month.MonthPlan;
import org.nxsi.local.month.MonthReport;
import org.nxsi.local.month.PayTheMonth;
import org.nxsi.local.stack.LocalStack;
import org.nxsi.local.stack.RunningParts;
import org.nxsi.local.stack.ServiceName;
import org.nxsi.platform.money.Month;

/** The month on the whole stack, through the gateway. */
final class OurMonth {

    private static final Duration STEP_LIMIT = Duration.ofMinutes(20);

    private OurMonth() {}

    static PaidMonth pay(BenchHouse house, Path roster, Month month, PrintStream out) throws InterruptedException {
        LocalStack stack = house.start(out);
        Path home = house.config().home();
        MonthPlan plan = new MonthPlan(month, roster, home.resolve("bad-rows.csv"), stack.startSeconds(), STEP_LIMIT);
        MonthReport report = PayTheMonth.run(house.config().addresses(), plan, MonthListener.SILENT);
        Map<String, Long> peaks = new Processes(RunningParts.read(home).orElseThrow()).peak_mb();
        if (report.exitCode() != 0) {
            throw new MonthFailure("our own month is not complete, or its books do not agree: " + report);
        }
        return new PaidMonth(
                "NXSI",
                report.payees(),
                new PaidMonth.Ends(
                        report.entitled(),
                        report.paid(),
                        report.returned(),
                        report.exceptions(),
                        report.entitledFen(),
                        report.paidFen(),
                        report.returnedFen(),
                        report.bankBooksFen()),
                new PaidMonth.Seconds(
                        report.phases().calculate(),
                        report.phases().pay(),
                        report.phases().reconcile()),
                peaks.getOrDefault(ServiceName.PENSION.module(), 0L));
    }
}
