package org.nxsi.pension.disbursement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nxsi.pension.WorkHandler;
import org.nxsi.pension.beneficiary.Beneficiaries;
import org.nxsi.pension.beneficiary.Beneficiary;
import org.nxsi.pension.beneficiary.Scheme;
import org.nxsi.pension.emergency.TellingTheLedger;
import org.nxsi.pension.instruction.Instruction;
import org.nxsi.pension.instruction.Instructions;
import org.nxsi.pension.instruction.Totals;
import org.nxsi.pension.instruction.Word;
import org.nxsi.pension.partner.PartnerBanks;
import org.nxsi.pension.payment.Batch;
import org.nxsi.pension.payment.Batches;
import org.nxsi.platform.events.PoisonousEvent;
import org.nxsi.platform.events.ReceivedEvent;
import org.nxsi.platform.money.Fen;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Works one slice: reads who is due, inserts their instructions by natural key, and closes the slice with
 * totals taken from what is stored. Worked twice, it ends the same.
 */
@Component
class CalculatingSlice implements WorkHandler {

    private static final Logger log = LoggerFactory.getLogger(CalculatingSlice.class);

    private final Runs runs;
    private final Slices slices;
    private final Beneficiaries beneficiaries;
    private final Instructions instructions;
    private final Batches batches;
    private final PartnerBanks banks;
    private final CertificationRule certification;
    private final Reissues reissues;
    private final TellingTheLedger ledger;
    private final String worker;

    CalculatingSlice(
            Runs runs,
            Slices slices,
            Beneficiaries beneficiaries,
            Instructions instructions,
            Batches batches,
            PartnerBanks banks,
            CertificationRule certification,
            Reissues reissues,
            TellingTheLedger ledger,
            @Value("${nxsi.instance}") String worker) {
        this.runs = runs;
        this.slices = slices;
        this.beneficiaries = beneficiaries;
        this.instructions = instructions;
        this.batches = batches;
        this.banks = banks;
        this.certification = certification;
        this.reissues = reissues;
        this.ledger = ledger;
        this.worker = worker;
    }

    @Override
    public String type() {
        return Slices.READY;
    }

    @Override
    public void handle(ReceivedEvent work) {
        Slice slice = slices.byId(work.subject());
        Run run = slice == null ? null : runs.byId(slice.run());
        if (slice == null || run == null) {
            throw new PoisonousEvent("no slice " + work.subject());
        }
        if (!slice.closed() && run.status() == RunStatus.CALCULATING) {
            work(run, slice);
        }
    }

    private void work(Run run, Slice slice) {
        Due due = switch (run.kind()) {
            case REGULAR -> monthly(run, slice);
            case SUPPLEMENTARY -> reissues.due(run, slice);
        };
        List<Instruction> stood = standing(instructions.insertNew(due.instructions()));
        int elsewhere = (int)
                stood.stream().filter(each -> !each.run().equals(run.id())).count();
        Stored stored = stored(run, slice, banksByBatch(slice, due, stood));
        batches.add(stored.batches);
        slices.close(
                slice,
                new Slice.Result(
                        due.read(),
                        due.read() - due.instructions().size() + elsewhere,
                        stored.payable.count,
                        stored.payable.amount,
                        stored.exceptions.count,
                        stored.exceptions.amount,
                        stored.needs,
                        worker),
                ledger.certificationsPutOff(slice.id(), due.putOff()));
    }

    private Due monthly(Run run, Slice slice) {
        Calculation calculation = new Calculation(run.id(), run.month(), run.cutOff(), certification);
        List<Beneficiary> read = beneficiaries.range(slice.fromId(), slice.beforeId());
        List<Beneficiary> due = read.stream().filter(calculation::isDue).toList();
        return new Due(
                read.size(),
                due.stream()
                        .map(each -> calculation.instruction(each, slice.id(), this::isPartner))
                        .toList(),
                due.stream().filter(calculation::isPutOff).toList());
    }

    /**
     * What stood there before, as it stands there. What another run has an instruction for is not due here again: one
     * obligation, one payment for ever.
     */
    private List<Instruction> standing(List<Instruction> existed) {
        if (existed.isEmpty()) {
            return List.of();
        }
        log.info("{} instructions stood there before", existed.size());
        return instructions.byIds(existed.stream().map(Instruction::id).toList());
    }

    /** An account that was corrected between two attempts at a slice moves nobody: the batch of the first attempt counts. */
    private static Map<String, String> banksByBatch(Slice slice, Due due, List<Instruction> stood) {
        Map<String, String> banks = new TreeMap<>();
        due.instructions()
                .forEach(each -> banks.put(each.batch(), each.account().bank()));
        stood.stream()
                .filter(each -> each.batch().startsWith(slice.id() + "."))
                .forEach(each -> banks.put(each.batch(), each.account().bank()));
        return banks;
    }

    private Stored stored(Run run, Slice slice, Map<String, String> banksByBatch) {
        List<Batch> made = new ArrayList<>();
        List<Slice.Need> needs = new ArrayList<>();
        Sum payable = new Sum();
        Sum exceptions = new Sum();
        banksByBatch.forEach((batch, bank) -> {
            Map<Scheme, Totals> byFund = Word.byScheme(instructions.wordsOfBatch(batch), any -> true);
            Totals all = byFund.values().stream().reduce(Totals.NONE, Totals::plus);
            if (batch.equals(Calculation.exceptionsOf(slice.id()))) {
                exceptions.add(all);
            } else if (all.count() > 0) {
                payable.add(all);
                byFund.forEach((scheme, totals) -> needs.add(new Slice.Need(scheme, bank, totals.amount())));
                made.add(Batch.calculated(
                        batch, run.id(), bank, run.month(), run.kind() == RunKind.SUPPLEMENTARY, shares(byFund)));
            }
        });
        return new Stored(made, needs, payable, exceptions);
    }

    private static List<Batch.FundShare> shares(Map<Scheme, Totals> byFund) {
        return byFund.entrySet().stream()
                .map(each -> new Batch.FundShare(
                        each.getKey(),
                        (int) each.getValue().count(),
                        each.getValue().amount()))
                .toList();
    }

    private boolean isPartner(String bank) {
        return banks.find(bank).isPresent();
    }

    private record Stored(List<Batch> batches, List<Slice.Need> needs, Sum payable, Sum exceptions) {}

    private static final class Sum {
        private int count;
        private Fen amount = Fen.ZERO;

        void add(Totals totals) {
            count += (int) totals.count();
            amount = amount.plus(totals.amount());
        }
    }
}
