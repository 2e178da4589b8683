package org.nxsi.deferral.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/**
 * An entry as staff see it.
 *
 * @param standing where its month stands; absent for what was withdrawn
 * @param clause what the ledger rests on
 */
public record EntryView(
        String id,
        Arrangement arrangement,
        Named subjectKind,
        String subjectId,
        Named kind,
        Month month,
        Named state,
        Named area,
        List<String> schemes,
        @Nullable LocalDate dueDate,
        @Nullable Fen amount,
        Fen madeUp,
        @Nullable String period,
        @Nullable LocalDate openedOn,
        @Nullable Instant openedAt,
        @Nullable String week,
        @Nullable Named channel,
        @Nullable String reason,
        @Nullable LocalDate deadline,
        @Nullable LocalDate reckoned,
        @Nullable String deadlineClause,
        @Nullable LocalDate madeUpOn,
        @Nullable Boolean inTime,
        boolean normalRules,
        Standings.@Nullable Standing standing,
        String clause,
        List<Posting> postings,
        @Nullable Proposal proposal,
        long version) {

    /** A word of a list, and how people say it. */
    public record Named(String code, String title) {}

    /** @param standing see {@link Standings#of(Entry)} */
    public static EntryView of(Entry entry, Standings.@Nullable Standing standing) {
        Channel channel = entry.channel();
        return new EntryView(
                entry.id(),
                Arrangement.DEFERRAL,
                new Named(entry.subjectKind().name(), entry.subjectKind().title()),
                entry.subjectId(),
                new Named(entry.kind().name(), entry.kind().title()),
                entry.month(),
                new Named(entry.state().name(), entry.state().title()),
                new Named(entry.area(), AreaCode.parse(entry.area()).fullName()),
                entry.schemes(),
                entry.dueDate(),
                entry.amount(),
                entry.madeUp(),
                entry.period(),
                entry.openedOn(),
                entry.openedAt(),
                entry.week(),
                channel == null ? null : new Named(channel.name(), channel.title()),
                entry.reason(),
                entry.deadline(),
                entry.reckoned(),
                entry.deadlineClause(),
                entry.madeUpOn(),
                entry.inTime(),
                entry.normalRules(),
                standing,
                Deadline.CLAUSE,
                entry.postings(),
                entry.proposal(),
                entry.version());
    }
}
