package org.nxsi.pension.disbursement;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nxsi.pension.WorkHandler;
import org.nxsi.pension.beneficiary.Scheme;
import org.nxsi.platform.events.PoisonousEvent;
import org.nxsi.platform.events.ReceivedEvent;
import org.nxsi.platform.money.Fen;
import org.springframework.stereotype.Component;

/** When the last slice is closed: are all beneficiaries accounted for, and what does the run come to? */
@Component
class ClosingCalculation implements WorkHandler {

    private final Runs runs;
    private final Slices slices;

    ClosingCalculation(Runs runs, Slices slices) {
        this.runs = runs;
        this.slices = slices;
    }

    @Override
    public String type() {
        return Slices.CLOSED;
    }

    @Override
    public void handle(ReceivedEvent work) {
        Run run = runs.byId(work.subject());
        if (run == null || run.status() != RunStatus.CALCULATING || slices.open(run.id()) > 0) {
            return;
        }
        List<Slice.Result> results = new ArrayList<>();
        for (Slice slice : slices.ofRun(run.id())) {
            if (slice.result() == null) {
                return;
            }
            results.add(slice.result());
        }
        if (results.size() < run.slices()) {
            return; // not all are opened yet, or a crash was in between: the next slice to be closed comes here again
        }
        conclude(run, results);
    }

    private void conclude(Run run, List<Slice.Result> results) {
        long read = results.stream().mapToLong(Slice.Result::read).sum();
        if (results.size() != run.slices() || run.kind() == RunKind.REGULAR && read != run.beneficiaries()) {
            throw new PoisonousEvent("run " + run.id() + " is incomplete: " + results.size() + " slices read " + read
                    + " beneficiaries, there were " + run.beneficiaries() + " at the cut-off");
        }
        Fen payable = results.stream().map(Slice.Result::payableAmount).reduce(Fen.ZERO, Fen::plus);
        Fen exceptions = results.stream().map(Slice.Result::exceptionsAmount).reduce(Fen.ZERO, Fen::plus);
        long exceptionCount =
                results.stream().mapToLong(Slice.Result::exceptions).sum();
        long payableCount = results.stream().mapToLong(Slice.Result::payable).sum();
        Run.ControlTotals control = new Run.ControlTotals(
                payableCount + exceptionCount,
                payable.plus(exceptions),
                exceptionCount,
                exceptions,
                results.stream().mapToLong(Slice.Result::notDue).sum());
        runs.move(
                run.id(),
                List.of(RunStatus.CALCULATING),
                RunStatus.CALCULATED,
                combine(set("control", control), set("funds", needs(results)), set("beneficiaries", read)),
                Map.of(
                        "month", run.month().toString(),
                        "entitled", control.entitled(),
                        "entitledAmount", control.entitledAmount().toString()));
    }

    private static List<Run.FundNeed> needs(List<Slice.Result> results) {
        Map<Scheme, Map<String, Fen>> byFund = new EnumMap<>(Scheme.class);
        results.stream()
                .flatMap(result -> result.needs().stream())
                .forEach(need -> byFund.computeIfAbsent(need.scheme(), any -> new TreeMap<>())
                        .merge(need.bank(), need.amount(), Fen::plus));
        List<Run.FundNeed> needs = new ArrayList<>();
        byFund.forEach((scheme, byBank) ->
                byBank.forEach((bank, amount) -> needs.add(new Run.FundNeed(scheme, bank, amount, Fen.ZERO))));
        needs.sort(Comparator.comparing(Run.FundNeed::scheme).thenComparing(Run.FundNeed::bank));
        return needs;
    }
}
