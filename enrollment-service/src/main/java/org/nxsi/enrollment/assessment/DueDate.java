package org.nxsi.enrollment.assessment;

import java.time.LocalDate;
import java.util.List;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.policy.PolicyData;
import org.nxsi.platform.policy.PolicyUnknown;
import org.nxsi.platform.policy.PolicyValue;
import org.nxsi.platform.policy.PolicyVersion;

/**
 * Until when a month is to be declared and paid.
 *
 * @param day last day without late fee
 * @param versions the policies that say it
 */
public record DueDate(LocalDate day, List<PolicyVersion> versions) {

    private static final String KEY = "contribution.due_day";

    /**
     * A day of the month after.
     *
     * @throws PolicyUnknown if no document tells which
     */
    public static DueDate of(PolicyData policies, AreaCode area, Month month) {
        PolicyValue day = policies.find(KEY, area, PolicyData.ALL_SCHEMES, month.firstDay());
        LocalDate last = month.next().lastDay();
        return new DueDate(last.withDayOfMonth(Math.min(day.integer(), last.getDayOfMonth())), List.of(day.version()));
    }
}
