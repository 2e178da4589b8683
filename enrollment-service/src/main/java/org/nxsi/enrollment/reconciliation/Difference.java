package org.nxsi.enrollment.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Fen;

/**
 * Something in which a statement and the notices of its day do not agree. Public for the codec's sake.
 *
 * @param id collector, day, type and notice
 * @param notice the collector's number; {@code *} of what concerns the whole day
 * @param theirs what the statement says; null if it says nothing
 * @param ours what the notices say; null if they say nothing
 * @param area of whom it concerns; the region's own where nobody knows
 * @param foundAt real clock
 * @param proposal a reason that waits for a second person; null if none does
 * @param resolution why it stands; null unless it is resolved
 */
public record Difference(
        @BsonId String id,
        String collector,
        LocalDate day,
        Type type,
        String notice,
        @Nullable StatementLine theirs,
        @Nullable StatementLine ours,
        @Nullable Fen theirTotal,
        @Nullable Fen ourTotal,
        AreaCode area,
        State state,
        Instant foundAt,
        @Nullable Reason proposal,
        @Nullable Reason resolution) {

    /** What does not agree. */
    public enum Type {
        /** In the statement, and no notice of it came. */
        MISSING_AT_OURS("我方缺通知"),
        /** A notice came, and the statement has nothing of it. */
        MISSING_AT_THEIRS("对方缺记录"),
        /** Both have it, with another amount, due or kind. */
        DIFFERS("内容不符"),
        /** The statement has it on two pages. */
        TWICE_IN_STATEMENT("对账单重复"),
        /** The statement's lines do not come to its own totals. */
        TOTALS_DIFFER("合计不符");

        private final String title;

        Type(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /** What became of it. */
    public enum State {
        OPEN,
        /** A later notice or statement has removed it. */
        SETTLED,
        /** Two people have said why it stands. */
        RESOLVED
    }

    /** @param confirmedBy null while it waits for the second person */
    public record Reason(String text, String by, @Nullable String confirmedBy, LocalDate on) {}

    static String idOf(String day, Type type, String notice) {
        return day + "|" + type + "|" + notice;
    }

    /** Whether both find the same, whatever became of it. */
    boolean findsTheSameAs(Difference other) {
        return Objects.equals(theirs, other.theirs)
                && Objects.equals(ours, other.ours)
                && Objects.equals(theirTotal, other.theirTotal)
                && Objects.equals(ourTotal, other.ourTotal);
    }
}
