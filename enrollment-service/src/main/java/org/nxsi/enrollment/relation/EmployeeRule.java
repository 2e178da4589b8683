package org.nxsi.enrollment.relation;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.batch.Refusal;
import org.nxsi.enrollment.employer.Employer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.money.Month;

/** What a row may want, whoever the person is. */
final class EmployeeRule {

    /** Three years and more are made up for by the agency alone, on a paper. */
    private static final int MONTHS_BACK = 36;

    private static final String MAKE_UP = "人社部规〔2016〕5号";

    private EmployeeRule() {}

    /**
     * Who wants it, and when.
     *
     * @param staff whether a clerk of the agency does, at the window
     */
    record Wanting(Employer employer, LocalDate today, boolean staff) {

        Month month() {
            return Month.of(today);
        }
    }

    /** Null if nothing stands against it. */
    static @Nullable Refusal check(EmployeeOrder order, Wanting wanting) {
        Refusal wage = wage(order);
        if (wage != null) {
            return wage;
        }
        return switch (order.kind()) {
            case START -> start(order, wanting);
            case STOP -> stop(order, wanting);
            case ALTER -> alter(order, wanting);
        };
    }

    /** The schemes of a start: those that are wanted, or else all in which the employer takes part. */
    static Set<Scheme> schemes(EmployeeOrder order, Employer employer, Month from) {
        return order.schemes().isEmpty() ? employer.schemesIn(from) : new TreeSet<>(order.schemes());
    }

    private static @Nullable Refusal wage(EmployeeOrder order) {
        if (order.wage() == null) {
            return null;
        }
        if (order.kind() != RelationChange.Kind.START) {
            return Refusal.wrong("field-not-wanted", "wage", "月工资随增员申报；此后的变动请用劳动工资管理申报");
        }
        return order.wage().isPositive() ? null : Refusal.wrong("wage-not-positive", "wage", "月工资应大于零");
    }

    private static @Nullable Refusal start(EmployeeOrder order, Wanting wanting) {
        if (order.hiredOn() == null) {
            return Refusal.wrong("field-missing", "hiredOn", "增员应填用工日期");
        }
        if (order.from() == null) {
            return Refusal.wrong("field-missing", "from", "增员应填参保年月");
        }
        if (order.last() != null || order.reason() != null) {
            return Refusal.wrong("field-not-wanted", order.last() == null ? "reason" : "last", "增员不填停保年月和停保原因");
        }
        Refusal begin = begin(order, order.from(), order.hiredOn(), wanting);
        return begin == null ? participation(order, order.from(), wanting.employer()) : begin;
    }

    private static @Nullable Refusal alter(EmployeeOrder order, Wanting wanting) {
        if (order.from() == null && order.hiredOn() == null) {
            return Refusal.wrong("field-missing", "from", "变更应填新的参保年月或用工日期");
        }
        if (order.last() != null || order.reason() != null) {
            return Refusal.wrong("field-not-wanted", order.last() == null ? "reason" : "last", "变更不填停保年月和停保原因");
        }
        return begin(order, order.from(), order.hiredOn(), wanting);
    }

    /** When employment and insurance begin. */
    private static @Nullable Refusal begin(
            EmployeeOrder order, @Nullable Month from, @Nullable LocalDate hiredOn, Wanting wanting) {
        if (hiredOn != null && !hiredOn.isAfter(order.number().birthDate())) {
            return Refusal.wrong("hired-before-birth", "hiredOn", "用工日期早于出生日期");
        }
        if (hiredOn != null && hiredOn.isAfter(wanting.month().next().lastDay())) {
            return Refusal.wrong("month-too-late", "hiredOn", "用工日期最晚为下月");
        }
        if (from == null) {
            return null;
        }
        if (hiredOn != null && from.isBefore(Month.of(hiredOn))) {
            return Refusal.wrong("month-before-hiring", "from", "参保年月不能早于用工之月");
        }
        if (from.isAfter(wanting.month().next())) {
            return Refusal.wrong("month-too-late", "from", "参保年月最晚为下月");
        }
        boolean farBack = from.until(wanting.month()) >= MONTHS_BACK;
        if (farBack && !(wanting.staff() && order.proof() != null)) {
            return Refusal.wrong("made-up-at-the-agency-only", "from", "追溯三年及以上的参保年月，须凭法院、审计、监察或仲裁文书到经办机构补办")
                    .under(MAKE_UP);
        }
        return null;
    }

    private static @Nullable Refusal participation(EmployeeOrder order, Month from, Employer employer) {
        if (schemes(order, employer, from).isEmpty()) {
            return Refusal.wrong("scheme-not-joined", "from", "单位在该月没有参加任何险种");
        }
        for (Scheme each : order.schemes()) {
            if (!employer.takesPart(each, from)) {
                return Refusal.wrong("scheme-not-joined", "schemes", "单位在该月没有参加" + each.title());
            }
        }
        return null;
    }

    private static @Nullable Refusal stop(EmployeeOrder order, Wanting wanting) {
        if (order.last() == null) {
            return Refusal.wrong("field-missing", "last", "减员应填停保年月（最后参保之月）");
        }
        if (order.reason() == null) {
            return Refusal.wrong("field-missing", "reason", "减员应填停保原因");
        }
        if (order.from() != null || order.hiredOn() != null) {
            return Refusal.wrong("field-not-wanted", order.from() == null ? "hiredOn" : "from", "减员不填参保年月和用工日期");
        }
        if (order.last().isAfter(wanting.month().next())) {
            return Refusal.wrong("month-too-late", "last", "停保年月最晚为下月");
        }
        boolean takesMonthsAway =
                order.last().isBefore(wanting.month().plus(-1)) || order.reason() == StopReason.MISTAKEN;
        if (takesMonthsAway && order.proof() == null) {
            return Refusal.wrong("proof-missing", "proof", "追溯停保会减少职工的参保月份，须填证明材料");
        }
        return null;
    }
}
