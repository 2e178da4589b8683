package org.nxsi.enrollment.project;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.batch.Refusal;
import org.nxsi.platform.identity.PersonName;
import org.nxsi.platform.identity.SocialNumber;

/**
 * A row of a roster: somebody comes, somebody leaves, or both; or why it is refused from the outset. Public for the driver only.
 *
 * @param row as people count in their list
 * @param number null if refused, as is the name
 * @param from first day; null of somebody who leaves
 * @param to last day; null of somebody who stays
 */
public record RosterRow(
        int row,
        @Nullable SocialNumber number,
        @Nullable PersonName name,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Refusal refusal) {

    /** What the texts of a row say. */
    static RosterRow of(int row, String number, String name, @Nullable LocalDate from, @Nullable LocalDate to) {
        if (SocialNumber.check(number) != null) {
            return refused(row, Refusal.wrong("number-invalid", "number", "社会保障号码有误"));
        }
        if (PersonName.check(name) != null) {
            return refused(row, Refusal.wrong("name-invalid", "name", "姓名有误"));
        }
        if (from == null && to == null) {
            return refused(row, Refusal.wrong("days-missing", "from", "应填写进场日期或退场日期"));
        }
        if (from != null && to != null && to.isBefore(from)) {
            return refused(row, Refusal.wrong("days-out-of-order", "to", "退场日期早于进场日期"));
        }
        return new RosterRow(row, SocialNumber.parse(number), PersonName.parse(name), from, to, null);
    }

    static RosterRow refused(int row, Refusal refusal) {
        return new RosterRow(row, null, null, null, null, refusal);
    }
}
