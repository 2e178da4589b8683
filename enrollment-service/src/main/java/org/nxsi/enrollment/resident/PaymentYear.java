package org.nxsi.enrollment.resident;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.function.Predicate;
import org.nxsi.platform.money.Month;

/**
 * A calendar year that is paid for, once.
 *
 * @param month under which its payment is kept (费款所属期): the month in which the year falls due by normal rules
 * @param regularDue last day of the year's own payment
 * @param dueDate last day of this payment; of a year that is made up, that of the payments of the year in which it is
 * @param madeUp whether a past year is made up for (补缴)
 */
record PaymentYear(int year, Month month, LocalDate regularDue, LocalDate dueDate, boolean madeUp) {

    /**
     * How a year is paid on a day. A year whose last day an emergency has put off is still paid as itself, not made up: late
     * handling takes nothing from the person's rights (宁人社办发〔2020〕2号 第七条).
     *
     * @param dueDay of every year
     * @param putOff whether what was due on a day was put off, and may still be done
     */
    static PaymentYear of(int year, MonthDay dueDay, LocalDate today, Predicate<LocalDate> putOff) {
        LocalDate regular = dueDay.atYear(year);
        Month month = Month.of(regular);
        if (year >= today.getYear() || putOff.test(regular)) {
            return new PaymentYear(year, month, regular, regular, false);
        }
        LocalDate thisYear = dueDay.atYear(today.getYear());
        boolean inTime = !today.isAfter(thisYear) || putOff.test(thisYear);
        return new PaymentYear(year, month, regular, inTime ? thisYear : dueDay.atYear(today.getYear() + 1), true);
    }
}
