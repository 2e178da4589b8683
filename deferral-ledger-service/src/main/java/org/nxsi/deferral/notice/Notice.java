package org.nxsi.deferral.notice;

import java.time.LocalDate;
import org.bson.codecs.pojo.annotations.BsonId;
import org.nxsi.deferral.ledger.Entry;
import org.nxsi.deferral.ledger.Kind;
import org.nxsi.platform.money.Month;

/**
 * A reminder to one subject about one entry. Its id is made of entry, deadline and step, so there is one for ever. Public
 * for the driver only.
 *
 * @param subject kind and id, as the entry's id begins
 * @param deadline the one that it reminds of; a correction may have set another since
 * @param days the step: 30, 7 or 1
 * @param on business date
 */
public record Notice(
        @BsonId String id,
        String subject,
        String entry,
        Kind kind,
        Month month,
        String area,
        LocalDate deadline,
        int days,
        LocalDate on) {

    static String id(String entry, LocalDate deadline, int days) {
        return entry + "|" + deadline + "|" + days;
    }

    static Notice of(Entry entry, LocalDate deadline, ReminderStep step, LocalDate on) {
        return new Notice(
                id(entry.id(), deadline, step.days()),
                Notices.subject(entry.subjectKind(), entry.subjectId()),
                entry.id(),
                entry.kind(),
                entry.month(),
                entry.area(),
                deadline,
                step.days(),
                on);
    }
}
