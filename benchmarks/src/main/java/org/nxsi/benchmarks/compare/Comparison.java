package org.nxsi.benchmarks.compare;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;

/** Ours and theirs side by side, for people to read. */
record Comparison(PaidMonth ours, List<PaidMonth> theirs) {

    void print(PrintStream out) {
        PaidMonth.Ends ends = ours.ends();
        out.printf(
                "%ncompare: the same month of %,d payees, %d cores, %s%n",
                ours.payees(), Runtime.getRuntime().availableProcessors(), LocalDate.now());
        out.printf(
                "  all agree to the fen: entitled %,d  paid %,d  returned %,d  exceptions %,d; %,d fen paid, and so say the banks%n",
                ends.entitled(), ends.paid(), ends.returned(), ends.exceptions(), ends.paidFen());
        out.printf(
                "  %-58s %9s %9s %9s %10s %9s %7s %6s%n",
                "", "calculate", "pay", "reconcile", "end to end", "payees/s", "ratio", "MB");
        line(out, ours);
        out.println("  Spring Batch job on PostgreSQL");
        theirs.forEach(month -> line(out, month));
        out.println("  seconds; ratio: NXSI's rate over theirs; MB: peak memory of pension-service, or of the job");
    }

    /** How many times as fast as theirs we are. */
    double ratio(PaidMonth theirs) {
        return ours.rate() / theirs.rate();
    }

    private void line(PrintStream out, PaidMonth month) {
        PaidMonth.Seconds seconds = month.seconds();
        out.printf(
                "  %-58s %9.2f %9.2f %9.2f %10.2f %,9.0f %7.2f %6d%n",
                month.name(),
                seconds.calculate(),
                seconds.pay(),
                seconds.reconcile(),
                seconds.endToEnd(),
                month.rate(),
                ratio(month),
                month.peak_mb());
    }
}
