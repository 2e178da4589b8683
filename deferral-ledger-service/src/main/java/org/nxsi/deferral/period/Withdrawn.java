package org.nxsi.deferral.period;

import java.time.Instant;

/**
 * A proposal that never became a record.
 *
 * @param by the proposer, or whoever would not confirm it
 */
public record Withdrawn(Proposal proposal, String by, Instant at, String reason) {}
