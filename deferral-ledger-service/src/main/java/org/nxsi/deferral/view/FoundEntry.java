package org.nxsi.deferral.view;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.deferral.ledger.Arrangement;
import org.nxsi.deferral.ledger.Channel;
import org.nxsi.deferral.ledger.Entry;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/**
 * An entry in a list for staff: without its postings, which the entry itself shows.
 *
 * @param number the ledger's number, as in files (台账编号)
 * @param subjectId credit code, or the opaque person id; no list has a name or a social-security number
 */
record FoundEntry(
        String id,
        String number,
        Arrangement arrangement,
        String subjectKind,
        String subjectId,
        String kind,
        String business,
        Month month,
        String area,
        List<String> schemes,
        String state,
        String stateName,
        @Nullable LocalDate dueDate,
        @Nullable Fen amount,
        Fen madeUp,
        @Nullable String period,
        @Nullable LocalDate openedOn,
        @Nullable Channel channel,
        @Nullable String reason,
        @Nullable LocalDate deadline,
        @Nullable LocalDate madeUpOn,
        @Nullable Boolean inTime) {

    static FoundEntry of(Entry entry) {
        return new FoundEntry(
                entry.id(),
                EntryNumber.of(entry.id()),
                Arrangement.DEFERRAL,
                entry.subjectKind().name(),
                entry.subjectId(),
                entry.kind().name(),
                entry.kind().title(),
                entry.month(),
                entry.area(),
                entry.schemes(),
                entry.state().name(),
                entry.state().title(),
                entry.dueDate(),
                entry.amount(),
                entry.madeUp(),
                entry.period(),
                entry.openedOn(),
                entry.channel(),
                entry.reason(),
                entry.deadline(),
                entry.madeUpOn(),
                entry.inTime());
    }
}
