package org.nxsi.deferral.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a deferred month stands in the rights record: late handling does not affect it (宁人社办发〔2020〕2号 第七条), so
 * the month is no gap; it counts toward years and account once it is paid, and is missing if the deadline passes without.
 */
public enum MonthStanding {
    DEFERRED("延期中：不算中断，补缴后计入", false, false),
    MADE_UP("已补办：计入", true, false),
    MISSING("逾期未补办：缺缴", false, true);

    private final String meaning;
    private final boolean counts;
    private final boolean gap;

    MonthStanding(String meaning, boolean counts, boolean gap) {
        this.meaning = meaning;
        this.counts = counts;
        this.gap = gap;
    }

    /** For people. */
    public String meaning() {
        return meaning;
    }

    /** Whether the month counts toward years and account. */
    public boolean counts() {
        return counts;
    }

    /** Whether the month is a gap in the record. */
    public boolean isGap() {
        return gap;
    }

    /**
     * Where an entry's month stands on a day; null if the ledger has nothing to say of it.
     *
     * @param today business date: a deadline that is over counts, whether the entry has been marked or not
     */
    public static @Nullable MonthStanding of(Entry entry, LocalDate today) {
        return switch (entry.state()) {
            case AWAITED, WITHDRAWN -> null;
            case MADE_UP -> MADE_UP;
            case EXPIRED -> MISSING;
            case OPEN, PARTLY_MADE_UP, REOPENED ->
                entry.expiresAfter() != null && today.isAfter(entry.expiresAfter()) ? MISSING : DEFERRED;
        };
    }
}
