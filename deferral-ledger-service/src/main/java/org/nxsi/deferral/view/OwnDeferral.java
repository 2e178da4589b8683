package org.nxsi.deferral.view;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.deferral.ledger.Arrangement;
import org.nxsi.deferral.ledger.Entry;
import org.nxsi.deferral.ledger.Standings;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/**
 * An entry as the person or the employer's agent sees it: no postings, no names of staff.
 *
 * @param number the ledger's number of the entry (台账编号)
 * @param amount null where it is not assessed yet
 * @param toDo what to do, for people
 * @param deadline null until the lifting is published
 * @param until the deadline for people, or that it is not known yet
 * @param movedBy the clause that moved the deadline to a working day; null if it was not moved
 * @param standing where the month stands in the rights record; null where nothing stands there
 * @param clause what the advice rests on
 */
record OwnDeferral(
        String number,
        Arrangement arrangement,
        String kind,
        String business,
        Month month,
        List<String> schemes,
        String area,
        @Nullable LocalDate dueDate,
        @Nullable Fen amount,
        Fen madeUp,
        String state,
        String stateName,
        String toDo,
        @Nullable LocalDate deadline,
        String until,
        @Nullable String movedBy,
        @Nullable LocalDate madeUpOn,
        @Nullable Boolean inTime,
        @Nullable Place standing,
        String clause) {

    /** Where the month stands. */
    record Place(String code, String meaning, boolean counts, boolean gap, String clause) {

        static @Nullable Place of(Standings.@Nullable Standing standing) {
            return standing == null
                    ? null
                    : new Place(
                            standing.standing().name(),
                            standing.meaning(),
                            standing.counts(),
                            standing.gap(),
                            standing.clause());
        }
    }

    static OwnDeferral of(Entry entry, Standings.@Nullable Standing standing) {
        return new OwnDeferral(
                EntryNumber.of(entry.id()),
                Arrangement.DEFERRAL,
                entry.kind().name(),
                entry.kind().title(),
                entry.month(),
                entry.schemes(),
                AreaCode.parse(entry.area()).fullName(),
                entry.dueDate(),
                entry.amount(),
                entry.madeUp(),
                entry.state().name(),
                entry.state().title(),
                WhatToDo.of(entry),
                entry.deadline(),
                WhatToDo.until(entry.deadline()),
                entry.deadlineClause(),
                entry.madeUpOn(),
                entry.inTime(),
                Place.of(standing),
                WhatToDo.clause(entry.kind()));
    }
}
