package org.nxsi.pension.difference;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.money.Fen;

/**
 * Where a bank's word and our instructions part; for people to look into, never applied by itself.
 *
 * @param id deterministic, see {@link Finding#id}
 * @param scopes the looks that see it: a run at a bank, a statement of a day, a report
 * @param clearedOn day of the later statement that had the line; null unless one did
 * @param proposal what somebody wants to do about it; null unless it is proposed or was resolved so
 * @param resolvedOn business date of the confirmation
 * @param history what happened to it, oldest first, at most the last {@value Differences#HISTORY}
 */
public record Difference(
        @BsonId String id,
        String bank,
        Kind kind,
        String leg,
        State state,
        @Nullable String run,
        @Nullable String batch,
        @Nullable String endToEndId,
        @Nullable Fen ours,
        @Nullable Fen theirs,
        @Nullable LocalDate day,
        @Nullable String reason,
        String source,
        Instant foundAt,
        List<String> scopes,
        @Nullable LocalDate clearedOn,
        @Nullable Proposal proposal,
        @Nullable LocalDate resolvedOn,
        List<Step> history) {

    /** Where it stands. */
    public enum State {
        OPEN,
        /** One person has proposed what to do. */
        PROPOSED,
        /** Another person has confirmed it. */
        RESOLVED,
        /** A later look did not see it any more. */
        CLEARED
    }

    /** What somebody wants to do about it. */
    public record Proposal(Action action, String by, Instant at, String note) {}

    /**
     * A step of its history.
     *
     * @param what found, proposed, confirmed, rejected, cleared, found again
     * @param by person, or the look that saw it
     */
    public record Step(
            Instant at,
            String what,
            String by,
            @Nullable Action action,
            @Nullable String note) {}

    static Difference of(Finding finding, String scope) {
        Instant now = Instant.now();
        return new Difference(
                finding.id(),
                finding.bank(),
                finding.kind(),
                finding.leg(),
                State.OPEN,
                finding.run(),
                finding.batch(),
                finding.endToEndId(),
                finding.ours(),
                finding.theirs(),
                finding.day(),
                finding.reason(),
                finding.source(),
                now,
                List.of(scope),
                null,
                null,
                null,
                List.of(new Step(now, "found", scope, null, null)));
    }
}
