package org.nxsi.deferral.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/**
 * An entry of the ledger. Everything but its postings, its deadline and a waiting proposal is folded from the postings
 * ({@link EntryFold}) and stands here for queries.
 *
 * @param id see {@link EntryKey#id}
 * @param subjectId credit code of an employer, else the opaque person id
 * @param area six digits: where the business belongs
 * @param schemes codes of list AAE140 that were put off, ascending; empty while {@link State#AWAITED}
 * @param dueDate last day by normal rules; null while {@link State#AWAITED}, as are period, openedOn, openedAt, week,
 *     channel and reason
 * @param amount of all schemes; null if that of any is not known
 * @param madeUp what was paid of it so far
 * @param period the emergency period that covers the due date
 * @param openedOn business date of its registration
 * @param week ISO week of openedOn: {@code 2020-W07}
 * @param deadline last day to make it up; null until the period's lifting is published
 * @param reckoned the deadline before any rest-day rule; null with it
 * @param deadlineClause the clause that moved the deadline; null if it was not moved
 * @param deadlineRecord number of the period's record that was looked at last for the deadline; 0 while there is none
 * @param expiresAfter the deadline while the entry expires with it; null once it is settled, expired or opened again after it
 * @param madeUpOn business date on which nothing was left to make up; null while something is
 * @param inTime whether madeUpOn is within the deadline; null with madeUpOn
 * @param normalRules whether two people have decided that the normal rules apply after the deadline
 * @param postings in the order of time, at most {@value #MOST_POSTINGS}
 * @param proposal what waits for a second person; null if nothing does
 */
public record Entry(
        @BsonId String id,
        SubjectKind subjectKind,
        String subjectId,
        Kind kind,
        Month month,
        State state,
        String area,
        List<String> schemes,
        @Nullable LocalDate dueDate,
        @Nullable Fen amount,
        Fen madeUp,
        @Nullable String period,
        @Nullable LocalDate openedOn,
        @Nullable Instant openedAt,
        @Nullable String week,
        @Nullable Channel channel,
        @Nullable String reason,
        @Nullable LocalDate deadline,
        @Nullable LocalDate reckoned,
        @Nullable String deadlineClause,
        int deadlineRecord,
        @Nullable LocalDate expiresAfter,
        @Nullable LocalDate madeUpOn,
        @Nullable Boolean inTime,
        boolean normalRules,
        List<Posting> postings,
        @Nullable Proposal proposal,
        long version) {

    /** More facts about one entry than this are a mistake of whoever tells them. */
    public static final int MOST_POSTINGS = 64;

    public Entry {
        schemes = List.copyOf(schemes);
        postings = List.copyOf(postings);
    }

    public EntryKey key() {
        return new EntryKey(subjectKind, subjectId, kind, month);
    }

    /** The end of its period as it was last looked at. */
    PeriodEnd end() {
        return new PeriodEnd(
                deadlineRecord,
                deadline == null || reckoned == null ? null : new Deadline(deadline, reckoned, deadlineClause));
    }

    /**
     * Whether a later record of the period sets its deadline anew. What was withdrawn, or made up in time, keeps the one it
     * has; what was made up late may turn out to be in time after all.
     */
    boolean followsThePeriod() {
        return switch (state) {
            case AWAITED, OPEN, PARTLY_MADE_UP, EXPIRED, REOPENED -> true;
            case MADE_UP -> Boolean.FALSE.equals(inTime);
            case WITHDRAWN -> false;
        };
    }

    boolean has(String posting) {
        return postings.stream().anyMatch(each -> each.id().equals(posting));
    }
}
