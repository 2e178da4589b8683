package org.nxsi.deferral.notice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nxsi.deferral.ledger.Arrangement;
import org.nxsi.deferral.ledger.Deadline;
import org.nxsi.deferral.ledger.Entry;
import org.nxsi.deferral.view.EntryNumber;
import org.nxsi.platform.money.Month;

/**
 * A reminder as the person reads it.
 *
 * @param number the ledger's number of the entry (台账编号)
 * @param days how far ahead it was due
 * @param remindedOn business date
 * @param deadline the last day that it reminds of
 * @param deadlineNow the last day as it stands; another one if it was corrected since
 * @param settled whether nothing is left to do
 */
record NoticeView(
        String number,
        Arrangement arrangement,
        String business,
        Month month,
        int days,
        LocalDate remindedOn,
        LocalDate deadline,
        @Nullable LocalDate deadlineNow,
        boolean settled,
        String text,
        String clause) {

    static NoticeView of(Notice notice, @Nullable Entry standing) {
        return new NoticeView(
                EntryNumber.of(notice.entry()),
                Arrangement.DEFERRAL,
                notice.kind().title(),
                notice.month(),
                notice.days(),
                notice.on(),
                notice.deadline(),
                standing == null ? null : standing.deadline(),
                standing == null || !standing.state().isOpen(),
                "您延期办理的" + notice.month() + notice.kind().title() + "，请于" + notice.deadline() + "前（含当日）补办",
                Deadline.CLAUSE);
    }
}
