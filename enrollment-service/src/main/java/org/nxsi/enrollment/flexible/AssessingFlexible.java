package org.nxsi.enrollment.flexible;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nxsi.enrollment.assessment.AssessedLine;
import org.nxsi.enrollment.assessment.AssessmentSheet;
import org.nxsi.enrollment.assessment.DueDate;
import org.nxsi.enrollment.assessment.Ground;
import org.nxsi.enrollment.assessment.SheetOrder;
import org.nxsi.enrollment.assessment.Sheets;
import org.nxsi.enrollment.person.Known;
import org.nxsi.enrollment.person.PersonRegister;
import org.nxsi.enrollment.putoff.Channel;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.policy.PolicyData;
import org.nxsi.platform.policy.PolicyUnknown;
import org.nxsi.platform.policy.PolicyVersion;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;
import org.springframework.stereotype.Component;

/**
 * Assesses a flexible worker's months: all are checked before anything is done, then the worker is insured, then each month
 * gets its sheet. A repetition finishes what a crash left.
 */
@Component
class AssessingFlexible {

    private final PersonRegister register;
    private final OpeningFlexibleRelation opening;
    private final Sheets sheets;
    private final PolicyData policies;
    private final BusinessClock clock;

    AssessingFlexible(
            PersonRegister register,
            OpeningFlexibleRelation opening,
            Sheets sheets,
            PolicyData policies,
            BusinessClock clock) {
        this.register = register;
        this.opening = opening;
        this.sheets = sheets;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * Assesses the months.
     *
     * @param command made of the request, the same at a repetition
     * @param by who asks, a person
     * @throws ProblemException 422 {@code base-outside-limits}, {@code year-closed}, {@code year-not-begun}, {@code
     *     person-died}, and what the relation's rules refuse
     * @throws PolicyUnknown if limits, rates or the due date are not known
     */
    List<AssessmentSheet> assess(PersonId asked, FlexibleMonths wanted, String command, String by, Channel channel) {
        Known person = register.require(asked);
        AreaCode area = wanted.area() == null ? person.area() : wanted.area();
        refuseIfImpossible(person, area, wanted);
        Map<Month, SheetOrder> orders = new LinkedHashMap<>();
        for (Month month : wanted.months()) {
            orders.put(month, order(person.id(), area, month, wanted.base(), Ground.FLEXIBLE, command));
        }
        opening.ensure(command, person.id(), by, channel, area, wanted.months());
        return orders.values().stream().map(sheets::issue).toList();
    }

    private void refuseIfImpossible(Known person, AreaCode area, FlexibleMonths wanted) {
        if (person.diedOn() != null) {
            throw Problem.of(422, "person-died", "nobody is assessed after death")
                    .exception();
        }
        if (wanted.year() > clock.today().getYear()) {
            throw Problem.of(422, "year-not-begun", wanted.year() + " has not begun")
                    .at("from")
                    .exception();
        }
        if (clock.today().isAfter(FlexibleYear.payableUntil(policies, area, wanted.year()))) {
            throw Problem.of(422, "year-closed", "months of " + wanted.year() + " can be paid for no more")
                    .at("from")
                    .exception();
        }
    }

    /** A past month that is made up for, see {@link MakingUpFlexible}. */
    AssessmentSheet makeUp(Known person, Month month, Fen base, String command, String by) {
        SheetOrder order = order(person.id(), person.area(), month, base, Ground.MADE_UP, command);
        opening.ensure(command, person.id(), by, Channel.WINDOW, person.area(), List.of(month));
        return sheets.issue(order);
    }

    private SheetOrder order(PersonId person, AreaCode area, Month month, Fen base, Ground ground, String command) {
        FlexibleRates rates = FlexibleRates.of(policies, area, month);
        String objection = rates.objection(base);
        if (objection != null) {
            throw Problem.of(422, "base-outside-limits", "in " + month + " " + objection)
                    .at("base")
                    .with("lowest", rates.limits().lowest())
                    .with("highest", rates.limits().highest())
                    .exception();
        }
        DueDate due = DueDate.of(policies, area, month);
        List<PolicyVersion> versions = new ArrayList<>(rates.versions());
        versions.addAll(due.versions());
        return SheetOrder.ofLines(
                Payer.flexibleWorker(person),
                month,
                area,
                ground,
                clock.today(),
                due.day(),
                List.of(AssessedLine.of(person, Scheme.EMPLOYEE_PENSION, rates.parts(base))),
                List.of(),
                versions,
                command);
    }
}
