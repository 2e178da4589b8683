package org.nxsi.pension.disbursement;

import static com.mongodb.client.model.Updates.set;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.nxsi.pension.WorkHandler;
import org.nxsi.pension.difference.Differences;
import org.nxsi.pension.partner.BankNotReached;
import org.nxsi.pension.partner.BankSilent;
import org.nxsi.pension.partner.PartnerBanks;
import org.nxsi.pension.payment.Batch;
import org.nxsi.pension.payment.Batches;
import org.nxsi.pension.reconciliation.StatementMatching;
import org.nxsi.pension.reconciliation.StatementReaders;
import org.nxsi.platform.events.PoisonousEvent;
import org.nxsi.platform.events.ReceivedEvent;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Every bank's statements against the run; when all agree, or every difference is settled, the run is reconciled. */
@Component
class ReconcilingRun implements WorkHandler {

    private static final Logger log = LoggerFactory.getLogger(ReconcilingRun.class);

    /** After it a reading that a crash cut off begins anew. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    private static final Duration LATER = Duration.ofSeconds(5);
    private static final int AT_ONCE = 50;

    private final Runs runs;
    private final Batches batches;
    private final Reconciliations reconciliations;
    private final StatementReaders readers;
    private final StatementMatching matching;
    private final Differences differences;
    private final PartnerBanks banks;

    ReconcilingRun(
            Runs runs,
            Batches batches,
            Reconciliations reconciliations,
            StatementReaders readers,
            StatementMatching matching,
            Differences differences,
            PartnerBanks banks) {
        this.runs = runs;
        this.batches = batches;
        this.reconciliations = reconciliations;
        this.readers = readers;
        this.matching = matching;
        this.differences = differences;
        this.banks = banks;
    }

    /** Finance asks for it, as often as needed; each time all statements are read anew. */
    Run start(Caller caller, String id) {
        caller.require(Role.FINANCE);
        Run run = RunNotThere.unless(runs.byId(id), id, RunStatus.PAID, RunStatus.RECONCILED, RunStatus.CLOSED);
        banksOf(id).forEach(bank -> reconciliations.want(id, bank));
        return run;
    }

    List<Reconciliations.Matched> of(String run) {
        return reconciliations.ofRun(run);
    }

    @Override
    public String type() {
        return Reconciliations.WANTED;
    }

    @Override
    public void handle(ReceivedEvent work) {
        Reconciliations.Matched wanted = reconciliations.byId(work.subject());
        if (wanted == null) {
            throw new PoisonousEvent("no reconciliation " + work.subject());
        }
        look();
        concludeIfAllAgree(wanted.run());
    }

    /** Statements are read on threads of their own; a bank that does not answer is asked again later. */
    @Scheduled(initialDelay = 3_000, fixedDelay = 2_000)
    void look() {
        Instant now = Instant.now();
        for (Reconciliations.Matched due : reconciliations.due(now, AT_ONCE)) {
            if (readers.isFree(due.bank()) && reconciliations.lease(due, now.plus(LEASE))) {
                readers.read(due.bank(), () -> read(due));
            }
        }
    }

    private void read(Reconciliations.Matched due) {
        try {
            match(due);
            concludeIfAllAgree(due.run());
        } catch (BankNotReached | BankSilent silent) {
            reconciliations.tryAgain(due, Instant.now().plus(LATER), String.valueOf(silent.getMessage()));
        } catch (RuntimeException failed) {
            log.error("ALARM statements of {} cannot be matched, tried again: {}", due.id(), failed.toString(), failed);
        }
    }

    private void match(Reconciliations.Matched wanted) {
        List<Batch> ofBank = batches.ofRun(wanted.run(), null, Integer.MAX_VALUE).stream()
                .filter(batch -> batch.bank().equals(wanted.bank()))
                .toList();
        boolean nothingUnderWay = batches.underWay().isEmpty();
        StatementMatching.Result result =
                matching.match(wanted.run(), banks.get(wanted.bank()), ofBank, nothingUnderWay);
        reconciliations.done(
                wanted,
                result.payments(),
                result.paymentsAmount(),
                result.returns(),
                result.returnsAmount(),
                result.differences());
    }

    /** A difference may have been cleared by a later statement meanwhile. */
    @Scheduled(initialDelay = 10_000, fixedDelay = 10_000)
    void lookAtPaidRuns() {
        runs.page(null, AT_ONCE).stream()
                .filter(run -> run.status() == RunStatus.PAID)
                .forEach(run -> concludeIfAllAgree(run.id()));
    }

    /** All statements were read, and whatever differed was resolved by two people or cleared by a statement. */
    void concludeIfAllAgree(String run) {
        List<Reconciliations.Matched> all = reconciliations.ofRun(run);
        boolean matched = !all.isEmpty()
                && all.size() == banksOf(run).size()
                && all.stream().allMatch(each -> each.done() && StatementMatching.areNamed(each.differences()));
        if (matched && differences.unsettled(run) == 0) {
            runs.move(
                    run,
                    List.of(RunStatus.PAID),
                    RunStatus.RECONCILED,
                    set("reconciledAt", Instant.now()),
                    Map.of("banks", all.size()));
        }
    }

    private List<String> banksOf(String run) {
        Run found = runs.byId(run);
        return found == null
                ? List.of()
                : found.funds().stream()
                        .map(Run.FundNeed::bank)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
    }
}
