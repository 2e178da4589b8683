package org.nxsi.systemtests.laws;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.nxsi.platform.money.Fen;
import org.nxsi.systemtests.evidence.BankBooks;
import org.nxsi.systemtests.evidence.Batch;
import org.nxsi.systemtests.evidence.BookEntry;
import org.nxsi.systemtests.evidence.DeadLetter;
import org.nxsi.systemtests.evidence.Difference;
import org.nxsi.systemtests.evidence.Digests;
import org.nxsi.systemtests.evidence.Evidence;
import org.nxsi.systemtests.evidence.Instruction;
import org.nxsi.systemtests.evidence.Order;
import org.nxsi.systemtests.evidence.PayoutAccount;
import org.nxsi.systemtests.evidence.Reconciliation;
import org.nxsi.systemtests.evidence.Replay;
import org.nxsi.systemtests.evidence.Report;
import org.nxsi.systemtests.evidence.ReturnedPayment;
import org.nxsi.systemtests.evidence.Run;
import org.nxsi.systemtests.evidence.Seen;
import org.nxsi.systemtests.evidence.Slice;
import org.nxsi.systemtests.evidence.Standing;
import org.nxsi.systemtests.evidence.Topic;
import org.nxsi.systemtests.evidence.Voucher;

/**
 * Evidence of a small month in which every law holds, written by hand; each of its lists can be bent. Seven people: two
 * are paid by bank 102, one by bank 103 from another fund; one was returned and re-issued in R2, one was returned and is
 * still on the list; one is suspended and one is not due.
 */
final class MonthThatHolds {

    static final String MONTH = "2020-03";
    static final String DAY = "2020-03-10";
    static final String R1 = MONTH + "-R1";
    static final String R2 = MONTH + "-R2";
    static final String BATCH = R1 + ".0000.102";
    static final String OTHER_BATCH = R1 + ".0000.103";
    static final String REISSUE_BATCH = R2 + ".0000.103";
    static final String PAID = key("anna", "110");
    static final String ALSO_PAID = key("bert", "110");
    static final String RETURNED = key("cora", "110");
    static final String STILL_RETURNED = key("dora", "110");
    static final String OF_OTHER_FUND = key("emil", "170");
    static final String EXCEPTION = key("fred", "110");

    final List<Run> runs = new ArrayList<>();
    final List<Slice> slices = new ArrayList<>();
    final List<Batch> batches = new ArrayList<>();
    final List<Order> orders = new ArrayList<>();
    final List<Instruction> instructions = new ArrayList<>();
    final List<Voucher> vouchers = new ArrayList<>();
    final List<Report> reports = new ArrayList<>();
    final List<Difference> differences = new ArrayList<>();
    final List<Reconciliation> reconciliations = new ArrayList<>();
    final List<ReturnedPayment> returned = new ArrayList<>();
    final List<DeadLetter> deadLetters = new ArrayList<>();
    final List<Standing.Outbox> outboxes = new ArrayList<>();
    final List<BookEntry> entries = new ArrayList<>();
    final List<PayoutAccount> accounts = new ArrayList<>();
    final Set<String> told = new HashSet<>();
    Replay replay = new Replay(
            12, new Digests(Map.of("runs", "a", "vouchers", "b")), new Digests(Map.of("runs", "a", "vouchers", "b")));
    boolean bankBooksSeen = true;
    boolean topicFromTheBeginning = true;
    boolean moved;

    MonthThatHolds() {
        instructions.add(settled(PAID, R1, BATCH, "102", "PAID"));
        instructions.add(settled(ALSO_PAID, R1, BATCH, "102", "PAID"));
        instructions.add(settled(RETURNED, R1, BATCH, "102", "RETURNED"));
        instructions.add(settled(STILL_RETURNED, R1, BATCH, "102", "RETURNED"));
        instructions.add(settled(OF_OTHER_FUND, R1, OTHER_BATCH, "103", "PAID"));
        instructions.add(settled(RETURNED + "/r1", R2, REISSUE_BATCH, "103", "PAID"));
        instructions.add(exception());
        batches.add(batch(BATCH, R1, "102", "110", 4, 2, 2));
        batches.add(batch(OTHER_BATCH, R1, "103", "170", 1, 1, 0));
        batches.add(batch(REISSUE_BATCH, R2, "103", "110", 1, 1, 0));
        for (Batch batch : batches) {
            orders.add(new Order(batch.id() + "-1", batch.id(), "d1", "d1", batch.count(), batch.amount()));
            reports.add(new Report(reportOf(batch.id()), batch.bank(), batch.id(), true));
            told.add(batch.id() + "/settled");
        }
        slices.add(new Slice(R1 + ".0000", R1, true, new Slice.Result(7, 1, 5, yuan(5), 1, yuan(1))));
        slices.add(new Slice(R2 + ".0000", R2, true, new Slice.Result(1, 0, 1, yuan(1), 0, Fen.ZERO)));
        runs.add(run(
                R1,
                "REGULAR",
                7,
                new Run.Control(6, yuan(6), 1, yuan(1), 1),
                List.of(new Run.Fund("110", "102", yuan(4)), new Run.Fund("170", "103", yuan(1)))));
        runs.add(run(
                R2,
                "SUPPLEMENTARY",
                1,
                new Run.Control(1, yuan(1), 0, Fen.ZERO, 0),
                List.of(new Run.Fund("110", "103", yuan(1)))));
        returned.add(new ReturnedPayment(RETURNED, "REISSUED", RETURNED + "/r1", R2));
        returned.add(new ReturnedPayment(STILL_RETURNED, "OPEN", STILL_RETURNED + "/r1", null));
        reconciliations.add(reconciled(R1, "102", 4, 2));
        reconciliations.add(reconciled(R1, "103", 1, 0));
        reconciliations.add(reconciled(R2, "103", 1, 0));
        outboxes.add(new Standing.Outbox("batches", 0, 0));
        post();
        book();
    }

    /** One step of a month is 1,000.00 yuan. */
    static Fen yuan(int thousands) {
        return Fen.of(thousands * 100_000L);
    }

    static String key(String payee, String scheme) {
        return payee + "|" + scheme + "|PENSION|" + MONTH + "|1";
    }

    static String sourceOf(String batch) {
        return reportOf(batch) + "/" + DAY;
    }

    static String reportOf(String batch) {
        return batch.substring(batch.lastIndexOf('.') + 1) + "/PSR-" + batch;
    }

    Instruction instruction(String id) {
        return instructions.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Bends one field of one instruction. */
    void bend(String instruction, String field, Object value) {
        instructions.replaceAll(each -> each.id().equals(instruction) ? Bent.of(each, field, value) : each);
    }

    /** Bends one field of one batch. */
    void bendBatch(String batch, String field, Object value) {
        batches.replaceAll(each -> each.id().equals(batch) ? Bent.of(each, field, value) : each);
    }

    /** Bends one field of a run. */
    void bendRun(String run, String field, Object value) {
        runs.replaceAll(each -> each.id().equals(run) ? Bent.of(each, field, value) : each);
    }

    /** Bends one field of what a bank booked for an instruction. */
    void bendEntry(String instruction, String field, Object value) {
        String id = endToEndId(instruction);
        entries.replaceAll(each -> each.endToEndId().equals(id) ? Bent.of(each, field, value) : each);
    }

    Evidence evidence() {
        return new Evidence(
                List.copyOf(runs),
                List.copyOf(slices),
                List.copyOf(batches),
                List.copyOf(orders),
                List.copyOf(instructions),
                List.copyOf(vouchers),
                List.copyOf(reports),
                List.copyOf(differences),
                List.copyOf(reconciliations),
                List.copyOf(returned),
                List.copyOf(deadLetters),
                new Standing(Instant.parse("2020-03-11T00:00:00Z"), List.copyOf(outboxes), Map.of("ACTIVE", 7L)),
                bankBooksSeen
                        ? Seen.of(new BankBooks(List.copyOf(entries), List.copyOf(accounts)))
                        : Seen.not("real banks"),
                Seen.of(new Topic(Set.copyOf(told), topicFromTheBeginning)),
                Seen.of(replay),
                moved);
    }

    private Instruction settled(String id, String run, String batch, String bank, String status) {
        String source = sourceOf(batch);
        return new Instruction(
                id,
                endToEndId(id),
                run,
                batch,
                id.substring(0, id.indexOf('|')),
                id.split("\\|", -1)[1],
                MONTH,
                bank,
                "****0001",
                new Instruction.Parts(Fen.of(60_000), Fen.of(30_000), Fen.of(9_000), Fen.of(1_000)),
                yuan(1),
                status,
                null,
                source,
                status.equals("RETURNED") ? source : null,
                DAY);
    }

    private static Reconciliation reconciled(String run, String bank, int payments, int returns) {
        return new Reconciliation(
                run + "/" + bank, run, bank, true, payments, yuan(payments), returns, yuan(returns), 0);
    }

    private Instruction exception() {
        Instruction like = settled(EXCEPTION, R1, R1 + ".0000.exceptions", "102", "EXCEPTION");
        return Bent.of(Bent.of(Bent.of(like, "settledBy", null), "bookedOn", null), "exception", "suspended");
    }

    private static Batch batch(String id, String run, String bank, String scheme, int count, int paid, int back) {
        return new Batch(
                id,
                run,
                bank,
                "SETTLED",
                count,
                yuan(count),
                List.of(new Batch.Fund(scheme, count, yuan(count))),
                1,
                id + "-1",
                "d1",
                Instant.parse("2020-03-10T01:00:00Z"),
                null,
                null,
                paid,
                yuan(paid),
                back,
                yuan(back),
                0,
                null);
    }

    private Run run(String id, String kind, long beneficiaries, Run.Control control, List<Run.Fund> funds) {
        for (String step : Run.STEPS.subList(1, Run.STEPS.size())) {
            told.add(id + "/pension.run-" + step.toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        return new Run(
                id,
                MONTH,
                kind,
                "CLOSED",
                1,
                beneficiaries,
                control,
                funds,
                "clerk",
                "reviewer",
                "finance",
                Instant.parse("2020-03-10T01:00:00Z"));
    }

    /** 拨付, 发放, 退票 and 重发, as the accounting system (财会〔2017〕28号) wants them. */
    private void post() {
        allot("110", "102", 4);
        allot("170", "103", 1);
        allot("110", "103", 1);
        pay("110", "102", BATCH, 4);
        pay("170", "103", OTHER_BATCH, 1);
        String source = sourceOf(BATCH);
        vouchers.add(new Voucher(
                "RETURN/" + source + "/110",
                "110",
                MONTH,
                "RETURN",
                source,
                DAY,
                List.of(debit(Voucher.PAYOUT, "102", yuan(2)), credit(Voucher.TO_REISSUE, null, yuan(2)))));
        String again = sourceOf(REISSUE_BATCH);
        vouchers.add(new Voucher(
                "REISSUE/" + again + "/110",
                "110",
                MONTH,
                "REISSUE",
                again,
                DAY,
                List.of(debit(Voucher.TO_REISSUE, null, yuan(1)), credit(Voucher.PAYOUT, "103", yuan(1)))));
    }

    private void allot(String fund, String bank, int thousands) {
        String advice = "advice-" + fund + "-" + bank;
        vouchers.add(new Voucher(
                "ALLOTMENT/" + bank + "/" + advice,
                fund,
                MONTH,
                "ALLOTMENT",
                advice,
                "2020-03-09",
                List.of(
                        debit(Voucher.PAYOUT, bank, yuan(thousands)),
                        credit("SPECIAL_ACCOUNT_DEPOSIT", null, yuan(thousands)))));
    }

    private void pay(String fund, String bank, String batch, int thousands) {
        String source = sourceOf(batch);
        vouchers.add(new Voucher(
                "PAYMENT/" + source + "/" + fund,
                fund,
                MONTH,
                "PAYMENT",
                source,
                DAY,
                List.of(
                        debit(Voucher.EXPENDITURE + "BASIC", null, Fen.of(60_000L * thousands)),
                        debit(Voucher.EXPENDITURE + "PERSONAL_ACCOUNT", null, Fen.of(30_000L * thousands)),
                        debit(Voucher.EXPENDITURE + "TRANSITIONAL", null, Fen.of(9_000L * thousands)),
                        debit(Voucher.EXPENDITURE + "SUBSIDY", null, Fen.of(1_000L * thousands)),
                        credit(Voucher.PAYOUT, bank, yuan(thousands)))));
    }

    /** What the banks have in their own books. */
    private void book() {
        for (Instruction each : instructions) {
            if (each.isFinal()) {
                entries.add(new BookEntry(
                        each.bank(),
                        each.batch() + "-1",
                        each.run() + "/" + each.scheme(),
                        each.endToEndId(),
                        "622000000001" + "0001",
                        each.amount().amount_fen(),
                        each.isPaid() ? "CREDITED" : "RETURNED",
                        DAY));
            }
        }
        accounts.add(new PayoutAccount("102", "110", "640111010200000001", yuan(2).amount_fen()));
        accounts.add(new PayoutAccount("103", "110", "640111010300000001", 0));
        accounts.add(new PayoutAccount("103", "170", "640117010300000001", 0));
    }

    static Voucher.Line debit(String account, String bank, Fen amount) {
        return new Voucher.Line(account, bank, amount, Fen.ZERO);
    }

    static Voucher.Line credit(String account, String bank, Fen amount) {
        return new Voucher.Line(account, bank, Fen.ZERO, amount);
    }

    /** The first 160 bits of SHA-256 as one number in base 32. */
    static String endToEndId(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            BigInteger number = new BigInteger(1, digest, 0, 20);
            StringBuilder id = new StringBuilder();
            for (int at = 31; at >= 0; at--) {
                int digit = number.shiftRight(5 * at).intValue() & 31;
                id.append("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".charAt(digit));
            }
            return id.toString();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
