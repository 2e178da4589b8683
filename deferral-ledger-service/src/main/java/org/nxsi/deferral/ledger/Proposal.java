package org.nxsi.deferral.ledger;

import java.time.Instant;
import java.util.List;

/**
 * A decision about an entry that waits for a second person.
 *
 * @param kind {@link Posting.Kind#REOPENED} or {@link Posting.Kind#NORMAL_RULES}: the posting that it becomes
 * @param by person
 * @param state of the entry when it was proposed; another one since, and it is to be decided anew
 * @param voids ids of the postings that a reopening takes the effect from
 * @param command the command that made it: repeated, it makes no second one
 */
public record Proposal(
        Posting.Kind kind, String reason, String by, Instant at, State state, List<String> voids, String command) {

    public Proposal {
        voids = List.copyOf(voids);
    }
}
