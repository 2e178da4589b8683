package org.nxsi.deferral.ledger;

import org.jspecify.annotations.Nullable;

/**
 * What is known of the end of an entry's period.
 *
 * @param record number of the period's record that says so
 * @param deadline null while no lifting is published
 */
record PeriodEnd(int record, @Nullable Deadline deadline) {

    /** Nothing is known of the period, not even the period. */
    static final PeriodEnd NONE = new PeriodEnd(0, null);
}
