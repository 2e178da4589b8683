package org.nxsi.systemtests.laws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nxsi.systemtests.evidence.Batch;
import org.nxsi.systemtests.evidence.Evidence;
import org.nxsi.systemtests.evidence.Reconciliation;
import org.nxsi.systemtests.evidence.Run;

/**
 * A run is called reconciled only when the statements of every bank that paid for it say what its batches say, or the
 * differences are named. It needs no look into the banks' own books. A payment may come back after the statements
 * were read, so our returns may be more than theirs, never less.
 */
final class StatementsAreTheRuns implements Law {

    @Override
    public String name() {
        return "statements-are-the-runs";
    }

    @Override
    public String source() {
        return "rule 6; RULES 5.1 对账, 5.4 bank statement = sum of run details";
    }

    @Override
    public List<Breach> breaches(Evidence evidence) {
        Tallies paid = new Tallies();
        Tallies returned = new Tallies();
        for (Batch batch : evidence.batches()) {
            paid.of(batch.run(), batch.bank()).add(batch.paid(), batch.paidAmount());
            paid.of(batch.run(), batch.bank()).add(batch.returned(), batch.returnedAmount());
            returned.of(batch.run(), batch.bank()).add(batch.returned(), batch.returnedAmount());
        }
        Set<String> settledByPeople = settledByPeople(evidence);
        Map<String, Reconciliation> read = new HashMap<>();
        evidence.reconciliations().forEach(each -> read.put(each.run() + " " + each.bank(), each));
        List<Breach> breaches = new ArrayList<>();
        for (Run run : evidence.runs()) {
            if (run.hasReached(Run.RECONCILED)) {
                run.funds().stream().map(Run.Fund::bank).distinct().forEach(bank -> {
                    String key = run.id() + " " + bank;
                    if (settledByPeople.contains(key) && read.containsKey(key)) {
                        return;
                    }
                    check(key, read.get(key), paid.of(key), returned.of(key), breaches);
                });
            }
        }
        return breaches;
    }

    /** Two people have settled what is missing on a statement: our batch says it, the statement never will. */
    private static Set<String> settledByPeople(Evidence evidence) {
        return evidence.differences().stream()
                .filter(each -> each.kind().equals("MISSING_AT_BANK") && "RESOLVED".equals(each.state()))
                .filter(each -> each.batch() != null && each.batch().contains("."))
                .map(each -> each.batch().substring(0, each.batch().indexOf('.')) + " " + each.bank())
                .collect(Collectors.toSet());
    }

    private static void check(
            String key, @Nullable Reconciliation statements, Tally paid, Tally returned, List<Breach> breaches) {
        if (statements == null) {
            breaches.add(Breach.of(key, "is reconciled, and the bank's statements were never read"));
            return;
        }
        if (!statements.done() || statements.differences() > 0) {
            return;
        }
        if (statements.payments() != paid.count()
                || !statements.paymentsAmount().equals(paid.amount())) {
            breaches.add(Breach.of(
                    key, "paid %s, its statements %d of %s", paid, statements.payments(), statements.paymentsAmount()));
        }
        if (statements.returns() > returned.count()
                || statements.returnsAmount().compareTo(returned.amount()) > 0) {
            breaches.add(Breach.of(
                    key,
                    "got back %s, its statements %d of %s",
                    returned,
                    statements.returns(),
                    statements.returnsAmount()));
        }
    }
}
