package org.nxsi.deferral.export;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.deferral.ledger.Channel;
import org.nxsi.deferral.ledger.Deadline;
import org.nxsi.deferral.ledger.Entry;
import org.nxsi.deferral.view.EntryNumber;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.Masking;

/** An entry as a line of the business ledger. A file leaves the doors of the system, so persons are masked in it. */
final class LedgerLines {

    private static final String NO_DEADLINE = "待公布疫情解除日期";

    private LedgerLines() {}

    static List<LedgerLine> of(List<Entry> entries) {
        return entries.stream().map(LedgerLines::of).toList();
    }

    static LedgerLine of(Entry entry) {
        Channel channel = entry.channel();
        return new LedgerLine(
                entry.id(),
                entry.area() + " " + AreaCode.parse(entry.area()).fullName(),
                entry.subjectKind().title(),
                entry.subjectKind().isPerson() ? Masking.personId(entry.subjectId()) : entry.subjectId(),
                "",
                entry.kind().title(),
                entry.month().toString(),
                String.join(",", entry.schemes()),
                text(entry.dueDate()),
                text(entry.amount()),
                entry.madeUp().toString(),
                text(entry.reason()),
                text(entry.openedOn()),
                channel == null ? "" : channel.title(),
                entry.state().title(),
                entry.deadline() == null ? NO_DEADLINE : entry.deadline().toString(),
                text(entry.madeUpOn()),
                Deadline.CLAUSE,
                EntryNumber.of(entry.id()));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
