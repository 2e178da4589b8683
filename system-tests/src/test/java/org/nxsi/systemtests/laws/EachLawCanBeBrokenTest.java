package org.nxsi.systemtests.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nxsi.systemtests.laws.MonthThatHolds.ALSO_PAID;
import static org.nxsi.systemtests.laws.MonthThatHolds.BATCH;
import static org.nxsi.systemtests.laws.MonthThatHolds.EXCEPTION;
import static org.nxsi.systemtests.laws.MonthThatHolds.OF_OTHER_FUND;
import static org.nxsi.systemtests.laws.MonthThatHolds.OTHER_BATCH;
import static org.nxsi.systemtests.laws.MonthThatHolds.PAID;
import static org.nxsi.systemtests.laws.MonthThatHolds.R1;
import static org.nxsi.systemtests.laws.MonthThatHolds.R2;
import static org.nxsi.systemtests.laws.MonthThatHolds.RETURNED;
import static org.nxsi.systemtests.laws.MonthThatHolds.STILL_RETURNED;
import static org.nxsi.systemtests.laws.MonthThatHolds.yuan;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.nxsi.platform.money.Fen;
import org.nxsi.systemtests.evidence.DeadLetter;
import org.nxsi.systemtests.evidence.Digests;
import org.nxsi.systemtests.evidence.Replay;
import org.nxsi.systemtests.evidence.ReturnedPayment;
import org.nxsi.systemtests.evidence.Run;
import org.nxsi.systemtests.evidence.Slice;
import org.nxsi.systemtests.evidence.Standing;
import org.nxsi.systemtests.evidence.Voucher;

/** All laws hold on a small month; then one thing is broken on purpose, and the law that forbids it is seen to fail. */
class EachLawCanBeBrokenTest {

    /**
     * One fault.
     *
     * @param law that has to notice it
     * @param where what the breach must name, so that people find the fault
     */
    private record Fault(String law, String what, String where, Consumer<MonthThatHolds> made) {}

    private static final List<Fault> FAULTS = List.of(
            new Fault("everybody-is-accounted-for", "a beneficiary fell between two slices", R1, month -> {
                month.slices.set(
                        0, Bent.of(month.slices.getFirst(), "result", new Slice.Result(6, 0, 5, yuan(5), 1, yuan(1))));
            }),
            new Fault("everybody-is-accounted-for", "a slice is lost", R1, month -> month.slices.removeFirst()),
            new Fault("everybody-is-accounted-for", "a slice was never closed", R1 + ".0000", month -> {
                month.slices.set(0, Bent.of(month.slices.getFirst(), "closed", false));
            }),
            new Fault("complete-in-persons", "an instruction is lost", R1, month -> month.instructions.removeFirst()),
            new Fault(
                    "complete-in-persons",
                    "an exception has no name",
                    EXCEPTION,
                    month -> month.bend(EXCEPTION, "exception", null)),
            new Fault("complete-in-fen", "an instruction is a fen more than was calculated", R1, month -> {
                month.bend(PAID, "amount", yuan(1).plus(Fen.of(1)));
            }),
            new Fault(
                    "control-totals-are-frozen",
                    "a batch is lost after the approval",
                    R1,
                    month -> month.batches.removeFirst()),
            new Fault("control-totals-are-frozen", "a run needs less than its batches", R1, month -> {
                month.bendRun(R1, "funds", List.of(new Run.Fund("110", "102", yuan(3))));
            }),
            new Fault("control-totals-are-frozen", "a batch was neither released nor withheld", R1, month -> {
                month.bendBatch(OTHER_BATCH, "releasedAt", null);
            }),
            new Fault("batches-are-their-instructions", "a retry counted a payment twice", BATCH, month -> {
                month.bendBatch(BATCH, "paid", 3L);
            }),
            new Fault("batches-are-their-instructions", "an instruction moved to a batch that is none", PAID, month -> {
                month.bend(PAID, "batch", R1 + ".0009.102");
            }),
            new Fault("batches-are-their-instructions", "a withheld payment is not on its batch", BATCH, month -> {
                month.bend(PAID, "status", "WITHHELD");
            }),
            new Fault("runs-are-their-batches", "a run was closed with a batch unknown", R1, month -> {
                month.bendBatch(BATCH, "status", "UNKNOWN");
            }),
            new Fault("runs-are-their-batches", "the last batch was settled and nobody noticed", R1, month -> {
                month.bendRun(R1, "status", "RELEASED");
            }),
            new Fault(
                    "three-people",
                    "who made the run approved it",
                    R1,
                    month -> month.bendRun(R1, "approver", "clerk")),
            new Fault(
                    "three-people",
                    "who approved the run released it",
                    R1,
                    month -> month.bendRun(R1, "releaser", "reviewer")),
            new Fault("three-people", "nobody approved it", R1, month -> month.bendRun(R1, "approver", null)),
            new Fault("one-payment-per-obligation", "two runs have the same obligation", PAID, month -> {
                month.instructions.add(Bent.of(month.instruction(PAID), "run", R2));
            }),
            new Fault("one-payment-per-obligation", "what was paid is re-issued", RETURNED, month -> {
                month.bend(RETURNED, "status", "PAID");
            }),
            new Fault("one-payment-per-obligation", "a re-issue skips an attempt", "/r3", month -> {
                month.instructions.add(Bent.of(month.instruction(RETURNED + "/r1"), "id", RETURNED + "/r3"));
            }),
            new Fault("one-payment-per-obligation", "a re-issue is of another amount", RETURNED, month -> {
                month.bend(RETURNED + "/r1", "amount", yuan(2));
            }),
            new Fault("one-payment-per-month", "a month is paid regularly and in advance", "anna|110", month -> {
                month.instructions.add(Bent.of(month.instruction(PAID), "id", "anna|110|ADVANCE|2020-03|1"));
            }),
            new Fault("end-to-end-ids-are-of-keys", "an obligation goes to the bank under another id", PAID, month -> {
                month.bend(PAID, "endToEndId", "A".repeat(32));
            }),
            new Fault(
                    "end-to-end-ids-are-of-keys",
                    "a key names another payee",
                    PAID,
                    month -> month.bend(PAID, "payee", "bert")),
            new Fault("orders-are-what-was-approved", "stored bytes were changed", BATCH, month -> {
                month.orders.set(0, Bent.of(month.orders.getFirst(), "digestOfBytes", "d2"));
            }),
            new Fault("orders-are-what-was-approved", "a message orders one payment more", BATCH, month -> {
                month.orders.set(0, Bent.of(month.orders.getFirst(), "payments", 5L));
            }),
            new Fault(
                    "orders-are-what-was-approved",
                    "a batch was sent without stored bytes",
                    BATCH,
                    month -> month.orders.removeFirst()),
            new Fault("no-payment-without-release", "a batch was sent before its run was released", BATCH, month -> {
                month.bendRun(R1, "releasedAt", null);
            }),
            new Fault(
                    "no-payment-without-release", "an instruction was paid out of an unreleased batch", PAID, month -> {
                        month.bendBatch(BATCH, "releasedAt", null);
                    }),
            new Fault(
                    "no-payment-without-release",
                    "a bank was paid with a message of no batch",
                    MonthThatHolds.endToEndId(PAID),
                    month -> {
                        month.bendEntry(PAID, "messageId", "2020-03-R9.0000.102-1");
                    }),
            new Fault(
                    "no-payment-without-release",
                    "a bank booked a message id that was never used",
                    MonthThatHolds.endToEndId(PAID),
                    month -> {
                        month.bendEntry(PAID, "messageId", BATCH + "-2");
                    }),
            new Fault(
                    "unknown-is-pursued",
                    "nobody asks about a silent bank",
                    BATCH,
                    month -> month.bendBatch(BATCH, "status", "UNKNOWN")),
            new Fault("unknown-is-pursued", "who should have asked has forgotten", BATCH, month -> {
                month.bendBatch(BATCH, "status", "SENT");
                month.bendBatch(BATCH, "nextInquiryAt", Instant.parse("2020-03-10T12:00:00Z"));
            }),
            new Fault("reports-are-applied", "a report was taken and left lying", "102/PSR", month -> {
                month.reports.set(0, Bent.of(month.reports.getFirst(), "applied", false));
            }),
            new Fault(
                    "final-words-have-reports",
                    "somebody was paid without a bank's word",
                    PAID,
                    month -> month.bend(PAID, "settledBy", null)),
            new Fault("final-words-have-reports", "another bank's report paid somebody", PAID, month -> {
                month.bend(PAID, "settledBy", MonthThatHolds.sourceOf(OTHER_BATCH));
            }),
            new Fault("statements-are-the-runs", "a bank's statements were never read", R1 + " 102", month -> {
                month.reconciliations.removeFirst();
            }),
            new Fault("statements-are-the-runs", "a bank's statements show a payment more", R1 + " 102", month -> {
                month.reconciliations.set(0, Bent.of(month.reconciliations.getFirst(), "payments", 5L));
            }),
            new Fault(
                    "statements-are-the-runs",
                    "a bank's statements show a return that we missed",
                    R1 + " 103",
                    month -> {
                        month.reconciliations.set(1, Bent.of(month.reconciliations.get(1), "returns", 1L));
                    }),
            new Fault("booked-once", "a bank paid somebody a second time", MonthThatHolds.endToEndId(PAID), month -> {
                month.entries.add(Bent.of(month.entries.getFirst(), "messageId", BATCH + "-2"));
            }),
            new Fault("banks-books-are-ours", "a bank credited less than we hold for paid", "bank 102", month -> {
                month.entries.removeFirst();
            }),
            new Fault("banks-books-are-ours", "a payment is booked on another day", "bank 102", month -> {
                month.bendEntry(PAID, "date", "2020-03-11");
            }),
            new Fault("every-payment-in-both-books", "a bank paid somebody whom nobody owes", "B".repeat(32), month -> {
                month.entries.add(Bent.of(month.entries.getFirst(), "endToEndId", "B".repeat(32)));
            }),
            new Fault("every-payment-in-both-books", "a bank credited another account", PAID, month -> {
                month.bendEntry(PAID, "account", "6220000000010002");
            }),
            new Fault("every-payment-in-both-books", "the amounts of two payees were swapped", PAID, month -> {
                month.bendEntry(PAID, "amountFen", 100_001L);
                month.bendEntry(ALSO_PAID, "amountFen", 99_999L);
            }),
            new Fault(
                    "every-payment-in-both-books", "the bank had it returned and we hold it for paid", PAID, month -> {
                        month.bendEntry(PAID, "state", "RETURNED");
                    }),
            new Fault(
                    "every-payment-in-both-books",
                    "an unknown batch hides a payment that is not ours",
                    "B".repeat(32),
                    month -> {
                        month.bendBatch(BATCH, "status", "UNKNOWN");
                        month.bendEntry(PAID, "endToEndId", "B".repeat(32));
                    }),
            new Fault("payout-balances-are-the-banks", "an allotment never arrived at the bank", "110 102", month -> {
                month.accounts.set(0, Bent.of(month.accounts.getFirst(), "balanceFen", 0L));
            }),
            new Fault(
                    "payout-accounts-are-never-overdrawn",
                    "the allotment came a day after the payment",
                    "fund 170 bank 103",
                    month -> {
                        month.vouchers.set(1, Bent.of(month.vouchers.get(1), "postedOn", "2020-03-11"));
                    }),
            new Fault("vouchers-balance", "a voucher lacks a fen", "PAYMENT/", month -> {
                Voucher voucher = voucher(month, "PAYMENT", "170");
                month.vouchers.set(
                        month.vouchers.indexOf(voucher),
                        Bent.of(
                                voucher,
                                "lines",
                                List.of(
                                        MonthThatHolds.debit(
                                                Voucher.EXPENDITURE + "BASIC", null, yuan(1).minus(Fen.of(1))),
                                        MonthThatHolds.credit(Voucher.PAYOUT, "103", yuan(1)))));
            }),
            new Fault(
                    "one-voucher-per-movement",
                    "a restart posted a movement again under another id",
                    "PAYMENT/again",
                    month -> {
                        month.vouchers.add(Bent.of(voucher(month, "PAYMENT", "170"), "id", "PAYMENT/again"));
                    }),
            new Fault(
                    "vouchers-are-the-instructions",
                    "a voucher is missing",
                    MonthThatHolds.sourceOf(OTHER_BATCH),
                    month -> {
                        month.vouchers.remove(voucher(month, "PAYMENT", "170"));
                    }),
            new Fault(
                    "vouchers-are-the-instructions",
                    "a payment was booked in another fund",
                    MonthThatHolds.sourceOf(OTHER_BATCH),
                    month -> {
                        month.bend(OF_OTHER_FUND, "scheme", "120");
                    }),
            new Fault("vouchers-are-the-instructions", "a part was booked as another part", "SUBSIDY", month -> {
                var parts = month.instruction(PAID).parts();
                month.bend(PAID, "parts", Bent.of(Bent.of(parts, "subsidy", Fen.ZERO), "basic", Fen.of(61_000)));
            }),
            new Fault("owed-again-is-in-the-books", "a return was never posted", "fund 110", month -> {
                month.vouchers.remove(voucher(month, "RETURN", "110"));
            }),
            new Fault(
                    "returned-are-listed",
                    "a returned payment is on no list",
                    STILL_RETURNED,
                    month -> month.returned.removeLast()),
            new Fault("returned-are-listed", "the list names a payment that was not returned", PAID, month -> {
                month.returned.add(new ReturnedPayment(PAID, "OPEN", PAID + "/r1", null));
            }),
            new Fault("returned-are-listed", "the re-issue that the list names does not exist", RETURNED, month -> {
                month.instructions.remove(month.instruction(RETURNED + "/r1"));
            }),
            new Fault(
                    "returned-are-listed",
                    "a re-issue was made that the list knows nothing of",
                    RETURNED + "/r1",
                    month -> {
                        month.returned.set(0, Bent.of(month.returned.getFirst(), "state", "READY"));
                    }),
            new Fault(
                    "advances-are-listed",
                    "an advance is on no list",
                    "110",
                    month -> month.vouchers.add(new Voucher(
                            "ADVANCE/x",
                            "110",
                            "2020-03",
                            "ADVANCE",
                            "x",
                            "2020-03-10",
                            List.of(
                                    MonthThatHolds.debit("TEMPORARY_PAYMENTS_ADVANCE", null, yuan(1)),
                                    MonthThatHolds.credit(Voucher.PAYOUT, "102", yuan(1)))))),
            new Fault("outboxes-empty", "an event has been waiting for two minutes", "batches", month -> {
                month.outboxes.add(new Standing.Outbox("batches", 1, 120));
            }),
            new Fault(
                    "events-were-told",
                    "a settled batch was never told",
                    BATCH,
                    month -> month.told.remove(BATCH + "/settled")),
            new Fault(
                    "events-were-told",
                    "a step of the run was never told",
                    R1,
                    month -> month.told.remove(R1 + "/pension.run-released")),
            new Fault("no-dead-letters", "a report lies dead", "g/pension.work/0/7", month -> {
                month.deadLetters.add(new DeadLetter("g/pension.work/0/7", "pension.work", BATCH, "DEAD", "poisonous"));
            }),
            new Fault("replay-changes-nothing", "a repeated message posted a voucher", "vouchers", month -> {
                month.replay = new Replay(12, month.replay.before(), new Digests(Map.of("runs", "a", "vouchers", "c")));
            }));

    @TestFactory
    Stream<DynamicTest> a_fault_is_seen_by_its_law() {
        return FAULTS.stream()
                .map(fault -> DynamicTest.dynamicTest(fault.law() + ": " + fault.what(), () -> {
                    MonthThatHolds month = new MonthThatHolds();
                    fault.made().accept(month);
                    Verdict verdict = CheckingLaws.verdict(law(fault.law()), month.evidence());
                    assertThat(verdict.state()).as(verdict.toString()).isEqualTo(Verdict.State.BROKEN);
                    assertThat(verdict.breaches())
                            .anySatisfy(breach -> assertThat(breach.toString()).contains(fault.where()));
                }));
    }

    @TestFactory
    Stream<DynamicTest> every_law_holds_on_the_unbroken_month() {
        return Laws.all().stream()
                .map(law -> DynamicTest.dynamicTest(law.name(), () -> {
                    Verdict verdict = CheckingLaws.verdict(law, new MonthThatHolds().evidence());
                    assertThat(verdict.state()).as(verdict.toString()).isEqualTo(Verdict.State.HOLDS);
                }));
    }

    @Test
    void there_is_no_law_that_nobody_has_seen_failing() {
        assertThat(FAULTS.stream().map(Fault::law).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        Laws.all().stream().map(Law::name).toList());
        assertThat(Laws.all()).extracting(Law::name).doesNotHaveDuplicates();
        assertThat(Laws.all()).extracting(Law::source).noneMatch(String::isBlank);
    }

    private static Law law(String name) {
        return Laws.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Voucher voucher(MonthThatHolds month, String kind, String fund) {
        return month.vouchers.stream()
                .filter(each -> each.kind().equals(kind) && each.fund().equals(fund))
                .findFirst()
                .orElseThrow();
    }
}
