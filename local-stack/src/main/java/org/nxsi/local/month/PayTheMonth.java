package org.nxsi.local.month;

import org.nxsi.local.month.MonthReport.Phases;
import org.nxsi.local.stack.StackAddresses;

/**
 * Pays a month from roster to closed books, through the gateway, every step with the token of the person who would do it:
 * two administrators declare the emergency, as the bureau's notice presupposes; the clerk imports, makes the run and
 * applies for the funds; finance registers the allotments, releases, reconciles and closes; the reviewer approves.
 * Whatever was done before is found and gone on from, never done twice.
 */
public final class PayTheMonth {

    private final MonthPlan plan;
    private final MonthListener listener;
    private final RosterImport roster;
    private final Run run;
    private final Partners partners;
    private final Clocks clocks;
    private final Emergency emergency;

    private PayTheMonth(StackAddresses addresses, MonthPlan plan, MonthListener listener) {
        HttpCalls calls = new HttpCalls(addresses);
        Waiting waiting = new Waiting(plan.stepLimit(), listener);
        this.plan = plan;
        this.listener = listener;
        this.roster = new RosterImport(calls, waiting, listener);
        this.run = new Run(calls, waiting, listener);
        this.partners = new Partners(calls, listener);
        this.clocks = new Clocks(calls, listener);
        this.emergency = new Emergency(calls, listener);
    }

    /**
     * Pays the month and says how it ended.
     *
     * @throws MonthFailure if a step is refused or takes longer than the plan allows
     * @throws InterruptedException when told to stop
     */
    public static MonthReport run(StackAddresses addresses, MonthPlan plan, MonthListener listener)
            throws InterruptedException {
        return new PayTheMonth(addresses, plan, listener).pay();
    }

    private MonthReport pay() throws InterruptedException {
        Stopwatch watch = new Stopwatch();
        clocks.turnTo(plan.month());
        emergency.declare();
        partners.openAccounts(plan.roster());
        roster.upload(plan.roster(), plan.badRows());
        double importing = watch.lap_s();
        run.make(plan.month());
        run.awaitCalculated();
        double calculate = watch.lap_s();
        fund();
        run.approve();
        run.release();
        run.awaitPaid();
        double pay = watch.lap_s();
        run.reconcile();
        run.close();
        double reconcile = watch.lap_s();
        Reply figures = run.report();
        long bankBooks_fen = partners.creditedNet_fen(run.id());
        return report(figures, bankBooks_fen, watch.total_s(), new Phases(importing, calculate, pay, reconcile));
    }

    private void fund() throws InterruptedException {
        run.applyForFunds();
        if (run.needsFunds()) {
            listener.note("资金申请, 拨付: the treasury allots what the clerk applied for");
            run.registerAllotments(partners.allot(run.id(), run.neededFunds()));
        }
    }

    private MonthReport report(Reply figures, long bankBooks_fen, double runSeconds, Phases phases)
            throws InterruptedException {
        return new MonthReport(
                figures.number("payees"),
                figures.number("entitled"),
                figures.number("paid"),
                figures.number("returned"),
                figures.number("unknown") + figures.number("waiting"),
                figures.number("exceptions"),
                amount_fen(figures, "entitled"),
                amount_fen(figures, "paid"),
                amount_fen(figures, "returned"),
                amount_fen(figures, "unknown") + amount_fen(figures, "waiting"),
                amount_fen(figures, "exceptions"),
                bankBooks_fen,
                run.fundBooksBalance(),
                Stopwatch.rounded(plan.startSeconds()),
                Stopwatch.rounded(runSeconds),
                phases,
                run.confirmations());
    }

    private static long amount_fen(Reply figures, String name) {
        boolean inFen = figures.body().has(name + "Fen");
        return Amounts.fen(figures.body().path(name + (inFen ? "Fen" : "Amount")));
    }
}
