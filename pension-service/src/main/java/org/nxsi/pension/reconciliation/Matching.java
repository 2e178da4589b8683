package org.nxsi.pension.reconciliation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.difference.Finding;
import org.nxsi.pension.difference.Kind;
import org.nxsi.pension.instruction.Instruction;
import org.nxsi.pension.payment.Batch;
import org.nxsi.platform.partner.AccountStatement;

/**
 * Statement entries on their way to their batches. A batch is compared and forgotten as soon as all its entries were
 * seen, so memory stays bounded by what is not complete.
 */
final class Matching {

    /** More findings than this are counted, not named: the statement as a whole is wrong then. */
    static final int MOST_FINDINGS = 10_000;

    private final String bank;
    private final String source;
    private final @Nullable LocalDate day;
    private final Function<Batch, List<Instruction>> instructions;
    private final Map<String, BatchEntries> open = new HashMap<>();
    private final Set<String> compared = new HashSet<>();
    private final Set<String> strangers = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Finding> ofOtherDays = new ArrayList<>();
    private long unnamed;

    Matching(
            String bank,
            String source,
            @Nullable LocalDate day,
            List<Batch> expected,
            Function<Batch, List<Instruction>> instructions) {
        this.bank = bank;
        this.source = source;
        this.day = day;
        this.instructions = instructions;
        expected.forEach(this::expect);
    }

    /** @return true once for each batch that is neither expected nor known to be a stranger */
    boolean isNew(String batch) {
        return !open.containsKey(batch) && !compared.contains(batch) && strangers.add(batch);
    }

    void expect(Batch batch) {
        open.put(batch.id(), new BatchEntries(batch, day));
    }

    void take(AccountStatement.Entry entry) {
        AccountStatement.PaymentReference payment = entry.payment();
        if (payment == null) {
            return;
        }
        String batch = batchOf(payment);
        BatchEntries entries = open.get(batch);
        if (entries != null) {
            entries.add(entry);
            return;
        }
        find(new Finding(
                bank,
                compared.contains(batch) ? Kind.DUPLICATE : Kind.MISSING_HERE,
                entry.kind() == AccountStatement.Kind.RETURN ? Finding.RETURN : Finding.PAYMENT,
                runOf(payment),
                batch,
                payment.endToEndId(),
                null,
                entry.amount(),
                day,
                payment.reason(),
                source));
    }

    /** After each page. */
    void compareFull() {
        List<BatchEntries> full =
                open.values().stream().filter(BatchEntries::isFull).toList();
        full.forEach(entries -> {
            compare(entries);
            open.remove(entries.batch().id());
            compared.add(entries.batch().id());
        });
    }

    void conclude() {
        open.values().forEach(this::compare);
        open.clear();
    }

    void find(Finding finding) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(finding);
        } else {
            unnamed++;
        }
    }

    List<Finding> findings() {
        return findings;
    }

    List<Finding> ofOtherDays() {
        return ofOtherDays;
    }

    /** Findings that were too many to name. */
    long unnamed() {
        return unnamed;
    }

    static String batchOf(AccountStatement.PaymentReference payment) {
        return payment.messageId().substring(0, Math.max(0, payment.messageId().lastIndexOf('-')));
    }

    /** The block's id begins with the run. */
    private static String runOf(AccountStatement.PaymentReference payment) {
        return payment.block().substring(0, Math.max(0, payment.block().lastIndexOf('/')));
    }

    private void compare(BatchEntries entries) {
        BatchEntries.Compared result = entries.against(instructions.apply(entries.batch()), source);
        result.findings().forEach(this::find);
        ofOtherDays.addAll(result.ofOtherDays());
    }
}
