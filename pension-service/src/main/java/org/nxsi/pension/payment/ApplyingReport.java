package org.nxsi.pension.payment;

import static com.mongodb.client.model.Updates.addEachToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bson.conversions.Bson;
import org.nxsi.pension.beneficiary.Scheme;
import org.nxsi.pension.difference.Differences;
import org.nxsi.pension.fund.FundBooks;
import org.nxsi.pension.fund.Voucher;
import org.nxsi.pension.instruction.InstructionStatus;
import org.nxsi.pension.instruction.Instructions;
import org.nxsi.pension.instruction.Totals;
import org.nxsi.pension.instruction.Word;
import org.nxsi.pension.returned.CorrectionList;
import org.nxsi.platform.events.EventHandler;
import org.nxsi.platform.events.PoisonousEvent;
import org.nxsi.platform.events.ReceivedEvent;
import org.nxsi.platform.money.Month;
import org.springframework.stereotype.Component;

/**
 * Applies a bank's report: instructions first, then vouchers of what this very report brought and the correction list,
 * then the batch's sums over its stored instructions. Each step finds what it did before, so a repetition after a crash ends the same.
 */
@Component
class ApplyingReport implements EventHandler {

    private final BankReports reports;
    private final Batches batches;
    private final Instructions instructions;
    private final FundBooks books;
    private final CorrectionList corrections;
    private final Differences differences;
    private final SettledBatch settled;
    private final AwaitedWords awaited;

    ApplyingReport(
            BankReports reports,
            Batches batches,
            Instructions instructions,
            FundBooks books,
            CorrectionList corrections,
            Differences differences,
            SettledBatch settled,
            AwaitedWords awaited) {
        this.reports = reports;
        this.batches = batches;
        this.instructions = instructions;
        this.books = books;
        this.corrections = corrections;
        this.differences = differences;
        this.settled = settled;
        this.awaited = awaited;
    }

    @Override
    public void handle(ReceivedEvent work) {
        BankReports.Kept kept = reports.byId(work.subject());
        if (kept == null) {
            throw new PoisonousEvent("no bank report " + work.subject());
        }
        if (!kept.applied()) {
            apply(kept);
            reports.applied(kept.id());
        }
    }

    private void apply(BankReports.Kept kept) {
        Batch batch = batches.byId(BankReports.batchOf(kept.report().originalMessageId()));
        if (batch == null || !batch.bank().equals(kept.bank()) || batch.attempt() == 0) {
            throw new PoisonousEvent("report " + kept.id() + " speaks of a batch that this bank never got");
        }
        CheckedReport checked = CheckedReport.of(batch, kept.id(), kept.report(), instructions.ofBatch(batch.id()));
        differences.ofReport(kept.id(), checked.differences());
        checked.byDay().forEach((day, words) -> settle(batch, sourceOf(kept, day), day, words));
        List<Word> words = instructions.wordsOfBatch(batch.id());
        List<LocalDate> days = List.copyOf(checked.byDay().keySet());
        books.post(days.stream()
                .flatMap(day -> vouchers(batch, sourceOf(kept, day), day, words).stream())
                .toList());
        listReturns(batch, days.stream().map(day -> sourceOf(kept, day)).toList(), words);
        conclude(batch, days, words);
        awaited.heard(batch.bank(), batch.id());
    }

    /** Whoever came back with this very report is on the correction list before the report counts as applied. */
    private void listReturns(Batch batch, List<String> sources, List<Word> words) {
        if (words.stream().anyMatch(word -> sources.contains(word.returnedBy()))) {
            corrections.add(instructions.returnsOf(batch.id(), sources));
        }
    }

    private static String sourceOf(BankReports.Kept kept, LocalDate day) {
        return kept.id() + "/" + day;
    }

    private void settle(Batch batch, String source, LocalDate day, CheckedReport.Words words) {
        if (words.paid().size() + words.returned().size() == batch.payable()) {
            instructions.settle(batch.id(), source, day, words.returned());
        } else {
            instructions.settleLines(source, day, words.paid(), words.returned());
        }
    }

    /** What this very report moved, whenever it is asked: the stored instructions name their report. */
    private static List<Voucher> vouchers(Batch batch, String source, LocalDate day, List<Word> words) {
        List<Voucher> vouchers = new ArrayList<>();
        Word.byScheme(words, word -> source.equals(word.settledBy()))
                .forEach((fund, totals) -> vouchers.add(
                        batch.reissue()
                                ? Voucher.reissued(fund, Month.of(day), batch.bank(), source, day, totals.amount())
                                : Voucher.payment(fund, Month.of(day), batch.bank(), source, day, totals.parts())));
        Word.byScheme(words, word -> source.equals(word.returnedBy()))
                .forEach((fund, totals) -> vouchers.add(
                        Voucher.returned(fund, Month.of(day), batch.bank(), source, day, totals.amount())));
        return vouchers;
    }

    private void conclude(Batch batch, List<LocalDate> days, List<Word> words) {
        Totals paid = Word.total(words, InstructionStatus.PAID);
        Totals returned = Word.total(words, InstructionStatus.RETURNED);
        Bson sums = combine(
                set("paid", (int) paid.count()),
                set("paidAmount", paid.amount()),
                set("returned", (int) returned.count()),
                set("returnedAmount", returned.amount()),
                set("byFund", byFund(words)),
                addEachToSet("bookedOn", days));
        if (paid.count() + returned.count() == batch.payable()) {
            batches.settle(batch, sums, settled.events(batch, paid, returned));
        } else {
            batches.record(batch, sums);
        }
    }

    private static List<Batch.FundWords> byFund(List<Word> words) {
        Map<Scheme, Totals> paid = Word.byScheme(words, word -> word.status() == InstructionStatus.PAID);
        Map<Scheme, Totals> returned = Word.byScheme(words, word -> word.status() == InstructionStatus.RETURNED);
        return Arrays.stream(Scheme.values())
                .map(fund -> new Batch.FundWords(
                        fund,
                        paid.getOrDefault(fund, Totals.NONE).amount(),
                        returned.getOrDefault(fund, Totals.NONE).amount()))
                .toList();
    }
}
