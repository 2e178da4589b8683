package org.nxsi.enrollment.rights;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where an insured month stands in the rights record; from the one that is worth least to the one that is worth most. Late
 * handling does not affect the record (宁人社办发〔2020〕2号 第七条): a deferred month is no gap, counts once it is paid, and is
 * missing if the deadline passes without. Relief of the employer's part shortens neither months nor account
 * (人社部发〔2020〕11号). The ledger says the same of its entries by its {@code MonthStanding}.
 */
public enum MonthState {
    /** Insured and owed, the time for it is over, and nothing defers it. */
    MISSING("缺缴", false, true),
    /** It need not be assessed yet. */
    NOT_YET_DUE("未到缴费期", false, false),
    /** Assessed, and still in time. */
    AWAITING_PAYMENT("已核定待缴", false, false),
    /** The employer declared nothing and paid what was assessed in its place: the person's own part is not told yet. */
    UNSETTLED("暂定已缴，待申报结算", false, false),
    /** Not paid in time in an emergency: no gap, and not counted yet. */
    DEFERRED("延期", false, false),
    /** Paid after its time, or assessed after it (补缴). */
    MADE_UP("已补缴", true, false),
    /** Paid as far as relief left anything to pay. */
    EXEMPT("减免", true, false),
    PAID("足额到账", true, false);

    private final String title;
    private final boolean counts;
    private final boolean gap;

    MonthState(String title, boolean counts, boolean gap) {
        this.title = title;
        this.counts = counts;
        this.gap = gap;
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** Whether the month counts toward years. */
    public boolean counts() {
        return counts;
    }

    /** Whether the month is a gap in the record. */
    public boolean isGap() {
        return gap;
    }

    /**
     * What follows from what one payer's month is known to be; null where there is no such month.
     *
     * @param today business date: a deadline that is over counts, whether anybody has told so or not
     */
    static @Nullable MonthState of(MonthFacts facts, LocalDate today) {
        if (!facts.insured() && !facts.assessed()) {
            return null;
        }
        if (facts.paid()) {
            return facts.assessed() ? ofPaid(facts) : UNSETTLED;
        }
        LocalDate due = facts.dueDate();
        if (due == null || !today.isAfter(due)) {
            return facts.assessed() ? AWAITING_PAYMENT : NOT_YET_DUE;
        }
        LocalDate deadline = facts.deadline();
        boolean deferred = facts.putOff() && !facts.expired() && (deadline == null || !today.isAfter(deadline));
        return deferred ? DEFERRED : MISSING;
    }

    private static MonthState ofPaid(MonthFacts facts) {
        if (facts.paidLate() || facts.assessedLate()) {
            return MADE_UP;
        }
        return facts.exempted() ? EXEMPT : PAID;
    }

    /** How many months of these count toward years. */
    static int counted(Map<MonthState, Integer> months) {
        return months.entrySet().stream()
                .filter(each -> each.getKey().counts())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** Of several payers of one month the best: who is paid for by one of them misses nothing. Empty for none. */
    static Optional<MonthState> best(Collection<MonthState> states) {
        return states.stream().max(Comparator.naturalOrder());
    }
}
