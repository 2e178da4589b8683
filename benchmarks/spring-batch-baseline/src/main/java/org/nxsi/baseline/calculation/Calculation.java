package org.nxsi.baseline.calculation;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/**
 * Who is due what in a month, by the same rules as NXSI's.
 *
 * @param month {@code 2020-03}
 * @param cutOff business date as of which certification counts
 * @param suspendOnOverdue whether an overdue certification holds the benefit back
 * @param banks codes of the partner banks
 * @param perSlice beneficiaries of one slice, in the order of their rows
 */
record Calculation(
        String run, String month, LocalDate cutOff, boolean suspendOnOverdue, Set<String> banks, int perSlice)
        implements ItemProcessor<Beneficiary, Instruction> {

    /** @return null for who is not entitled in this month */
    @Override
    public @Nullable Instruction process(Beneficiary each) {
        boolean due = !each.status().equals("STOPPED") && each.entitledFrom().compareTo(month) <= 0;
        return due ? instruction(each) : null;
    }

    private Instruction instruction(Beneficiary each) {
        boolean overdue = each.certifiedUntil().isBefore(cutOff);
        @Nullable String exception = exception(each, overdue);
        String slice = run + "." + (each.seq() - 1) / perSlice;
        String key = each.payee() + "|" + each.scheme() + "|PENSION|" + month + "|1";
        return new Instruction(
                key,
                exception == null ? slice + "." + each.bank() : slice + ".exceptions",
                each,
                each.amount_fen(),
                EndToEndId.of(key),
                exception == null ? "PENDING" : "EXCEPTION",
                exception,
                overdue);
    }

    private @Nullable String exception(Beneficiary each, boolean overdue) {
        if (each.status().equals("SUSPENDED")) {
            return "suspended";
        }
        if (suspendOnOverdue && overdue) {
            return "certification-overdue";
        }
        if (!banks.contains(each.bank())) {
            return "bank-unknown";
        }
        return each.amount_fen() > 0 ? null : "no-amount";
    }
}
