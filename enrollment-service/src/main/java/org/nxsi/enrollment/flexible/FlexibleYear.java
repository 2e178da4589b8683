package org.nxsi.enrollment.flexible;

import java.time.LocalDate;
import java.time.MonthDay;
import org.nxsi.enrollment.assessment.PolicyReading;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.policy.PolicyData;
import org.nxsi.platform.policy.PolicyUnknown;

/** Until when a year may be paid for: to its last day, or longer where a document says so, as for 2020. */
public final class FlexibleYear {

    private static final String KEY = "contribution.flexible_payable_until";

    private FlexibleYear() {}

    /** @throws PolicyUnknown if a document says something, and it is not known what */
    public static LocalDate payableUntil(PolicyData policies, AreaCode area, int year) {
        LocalDate last = MonthDay.of(12, 31).atYear(year);
        return new PolicyReading(policies, area, new Month(year, 1))
                .findTemporary(KEY, Scheme.EMPLOYEE_PENSION)
                .map(value -> LocalDate.parse(value.text()))
                .filter(later -> later.isAfter(last))
                .orElse(last);
    }
}
