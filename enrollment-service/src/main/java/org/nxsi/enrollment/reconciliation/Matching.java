package org.nxsi.enrollment.reconciliation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.collector.PaymentNotice;
import org.nxsi.enrollment.reconciliation.Difference.State;
import org.nxsi.enrollment.reconciliation.Difference.Type;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Fen;

/** Holds the notices of a day against its statement, one after another. */
final class Matching {

    /** Of what concerns the whole day. */
    static final String WHOLE = "*";

    private final StatementHead head;
    private final Instant now;
    private final Map<String, StatementLine> unmatched = new LinkedHashMap<>();
    private final Map<String, Difference> differences = new LinkedHashMap<>();
    private long theirs_fen;
    private int theirCount;
    private long ours_fen;
    private int ourCount;

    /** @param pages all pages of the statement */
    Matching(StatementHead head, List<StatementPage> pages, Instant now) {
        this.head = head;
        this.now = now;
        for (StatementPage page : pages) {
            page.lines().forEach(this::addTheirs);
        }
        if (theirs_fen != head.total_fen() || theirCount != head.count()) {
            add(Type.TOTALS_DIFFER, WHOLE, null, null, AreaCode.NINGXIA);
        }
    }

    private void addTheirs(StatementLine line) {
        theirs_fen += line.signed().amount_fen();
        theirCount++;
        if (unmatched.putIfAbsent(line.notice(), line) != null) {
            add(Type.TWICE_IN_STATEMENT, line.notice(), line, null, AreaCode.NINGXIA);
        }
    }

    void add(PaymentNotice notice) {
        StatementLine ours = StatementLine.of(notice);
        ours_fen += ours.signed().amount_fen();
        ourCount++;
        StatementLine theirs = unmatched.remove(ours.notice());
        if (theirs == null) {
            add(Type.MISSING_AT_THEIRS, ours.notice(), null, ours, notice.area());
        } else if (!theirs.equals(ours)) {
            add(Type.DIFFERS, ours.notice(), theirs, ours, notice.area());
        }
    }

    /** By id, once all notices of the day are added. */
    Map<String, Difference> differences() {
        unmatched.forEach((notice, theirs) -> add(Type.MISSING_AT_OURS, notice, theirs, null, AreaCode.NINGXIA));
        unmatched.clear();
        return differences;
    }

    /** Counts and sums of both sides. */
    Sides sides() {
        return new Sides(theirCount, new Fen(theirs_fen), ourCount, new Fen(ours_fen));
    }

    private void add(
            Type type, String notice, @Nullable StatementLine theirs, @Nullable StatementLine ours, AreaCode area) {
        String id = Difference.idOf(head.dayId(), type, notice);
        boolean whole = type == Type.TOTALS_DIFFER;
        differences.put(
                id,
                new Difference(
                        id,
                        head.collector(),
                        head.day(),
                        type,
                        notice,
                        theirs,
                        ours,
                        whole ? new Fen(head.total_fen()) : null,
                        whole ? new Fen(theirs_fen) : null,
                        area,
                        State.OPEN,
                        now,
                        null,
                        null));
    }
}
