package org.nxsi.systemtests.laws;

import java.util.ArrayList;
import java.util.List;
import org.nxsi.platform.money.Fen;
import org.nxsi.systemtests.evidence.Batch;
import org.nxsi.systemtests.evidence.Evidence;
import org.nxsi.systemtests.evidence.Run;

/**
 * What a run was calculated to stays what its batches are, by fund and bank; after the release, what was approved is what
 * was released and what was withheld by name.
 */
final class ControlTotalsAreFrozen implements Law {

    @Override
    public String name() {
        return "control-totals-are-frozen";
    }

    @Override
    public String source() {
        return "rule 6 approved = released + withheld; RULES 5.1 step 2 totals frozen";
    }

    @Override
    public List<Breach> breaches(Evidence evidence) {
        List<Breach> breaches = new ArrayList<>();
        Tallies byRun = new Tallies();
        Tallies byFund = new Tallies();
        Tallies released = new Tallies();
        for (Batch batch : evidence.batches()) {
            byRun.of(batch.run()).add(batch.count(), batch.amount());
            Tally funds = new Tally();
            for (Batch.Fund fund : batch.funds()) {
                funds.add(fund.count(), fund.amount());
                byFund.of(batch.run(), fund.scheme(), batch.bank()).add(fund.count(), fund.amount());
            }
            if (funds.count() != batch.count() || !funds.amount().equals(batch.amount())) {
                breaches.add(
                        Breach.of(batch.id(), "is %d of %s, its funds are %s", batch.count(), batch.amount(), funds));
            }
            released.of(batch.run()).add(batch.withheld(), batch.withheldSum());
            if (batch.releasedAt() != null) {
                released.of(batch.run()).add(batch.released(), batch.releasedAmount());
            }
        }
        for (Run run : evidence.runs()) {
            Run.Control control = run.control();
            if (control != null) {
                compare(run, "batches", control, byRun.of(run.id()), breaches);
                needs(run, byFund, breaches);
                if (run.hasReached(Run.PAID)) {
                    compare(run, "released and withheld", control, released.of(run.id()), breaches);
                }
            }
        }
        return breaches;
    }

    private static void compare(Run run, String what, Run.Control control, Tally now, List<Breach> breaches) {
        if (now.count() != control.payable() || !now.amount().equals(control.payableAmount())) {
            breaches.add(Breach.of(
                    run.id(), "approved %d of %s, %s %s", control.payable(), control.payableAmount(), what, now));
        }
    }

    private static void needs(Run run, Tallies byFund, List<Breach> breaches) {
        for (Run.Fund fund : run.funds()) {
            Fen batches = byFund.of(run.id(), fund.scheme(), fund.bank()).amount();
            if (!batches.equals(fund.needed())) {
                breaches.add(Breach.of(
                        run.id(),
                        "fund %s was to need %s at bank %s, its batches are %s",
                        fund.scheme(),
                        fund.needed(),
                        fund.bank(),
                        batches));
            }
        }
    }
}
