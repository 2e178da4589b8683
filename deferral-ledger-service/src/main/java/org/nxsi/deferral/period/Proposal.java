package org.nxsi.deferral.period;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one person wants to be said of a period.
 *
 * @param number from 1: the how manieth of the period
 * @param kind the record that it becomes when another person confirms it
 * @param by person
 * @param command the command that made it: repeated, it makes no second one
 */
public record Proposal(
        int number,
        PeriodRecord.Kind kind,
        Terms terms,
        @Nullable String reason,
        String by,
        Instant at,
        String command) {}
