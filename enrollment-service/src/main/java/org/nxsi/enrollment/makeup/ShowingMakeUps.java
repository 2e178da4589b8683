package org.nxsi.enrollment.makeup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.collection.Due;
import org.nxsi.enrollment.collection.DueKey;
import org.nxsi.enrollment.collection.Dues;
import org.nxsi.enrollment.lateness.LateFees;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.emergency.EmergencyPeriods;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import org.springframework.stereotype.Component;

/** Shows orders with what their months cost so far. */
@Component
class ShowingMakeUps {

    private final Dues dues;
    private final LateFees lateFees;
    private final EmergencyPeriods periods;
    private final BusinessClock clock;

    ShowingMakeUps(Dues dues, LateFees lateFees, EmergencyPeriods periods, BusinessClock clock) {
        this.dues = dues;
        this.lateFees = lateFees;
        this.periods = periods;
        this.clock = clock;
    }

    /**
     * An order.
     *
     * @param done how many of its months are worked off
     */
    record MakeUpView(
            String id,
            Payer payer,
            AreaCode area,
            Month from,
            Month to,
            @Nullable Paper paper,
            MakeUpOrder.State state,
            String stateTitle,
            boolean needsSecond,
            int done,
            int count,
            List<MonthView> months) {}

    /**
     * One month.
     *
     * @param sheet number of the sheet; absent if it is refused
     * @param missingSchemes those not assessed, and what is missing
     * @param code why it is refused; absent unless it is
     */
    record MonthView(
            Month month,
            @Nullable String sheet,
            int revision,
            List<DueLine> dues,
            List<String> missingSchemes,
            @Nullable String code,
            @Nullable String detail,
            @Nullable String missing) {}

    /**
     * What is owed of a scheme.
     *
     * @param inEmergency whether an emergency period covers the due date: put off or made up, not punished
     * @param lateFee were it paid today; where it is not known, what is missing
     */
    record DueLine(
            String due,
            Scheme scheme,
            @Nullable Fen owed,
            Fen arrived,
            @Nullable LocalDate dueDate,
            boolean inEmergency,
            LateFees.SoFar lateFee) {}

    MakeUpView show(MakeUpOrder order) {
        Map<String, Due> found = dues.find(ids(order));
        return new MakeUpView(
                order.id(),
                order.payer(),
                order.area(),
                order.from(),
                order.to(),
                order.paper(),
                order.state(),
                order.state().title(),
                order.needsSecond(),
                order.done(),
                order.count(),
                order.months().stream().map(each -> month(order, each, found)).toList());
    }

    private static Collection<String> ids(MakeUpOrder order) {
        return order.months().stream()
                .flatMap(month -> month.schemes().stream().map(scheme -> id(order, month, scheme)))
                .collect(Collectors.toSet());
    }

    private static String id(MakeUpOrder order, MadeUpMonth month, Scheme scheme) {
        return new DueKey(order.payer(), scheme, month.month()).id();
    }

    private MonthView month(MakeUpOrder order, MadeUpMonth month, Map<String, Due> found) {
        List<DueLine> lines = new ArrayList<>();
        for (Scheme scheme : month.schemes()) {
            Due due = found.get(id(order, month, scheme));
            if (due != null) {
                lines.add(line(due));
            }
        }
        return new MonthView(
                month.month(),
                month.sheet(),
                month.revision(),
                lines,
                month.missingSchemes(),
                month.code(),
                month.detail(),
                month.missing());
    }

    private DueLine line(Due due) {
        LocalDate dueDate = due.dueDate();
        boolean inEmergency = due.isPutOff()
                || dueDate != null && periods.inForce(due.area(), dueDate).isPresent();
        return new DueLine(
                due.id(),
                due.scheme(),
                due.assessed(),
                due.arrived(),
                dueDate,
                inEmergency,
                lateFees.soFar(due, clock.today()));
    }
}
