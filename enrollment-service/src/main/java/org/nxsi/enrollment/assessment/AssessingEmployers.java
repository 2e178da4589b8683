package org.nxsi.enrollment.assessment;

import java.util.List;
import org.nxsi.enrollment.employer.Employer;
import org.nxsi.enrollment.relation.Insured;
import org.nxsi.enrollment.relation.Relations;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.wage.Wages;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.policy.PolicyData;
import org.nxsi.platform.policy.PolicyUnknown;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;
import org.springframework.stereotype.Component;

/**
 * Assesses an employer's month from whom it insures and what it declared as their wages: with the limits and rates of that
 * month, whenever it is done. Schemes that cannot be assessed are named, the others are assessed all the same.
 */
@Component
public class AssessingEmployers {

    private final Relations relations;
    private final Wages wages;
    private final Sheets sheets;
    private final PolicyData policies;
    private final BusinessClock clock;

    AssessingEmployers(Relations relations, Wages wages, Sheets sheets, PolicyData policies, BusinessClock clock) {
        this.relations = relations;
        this.wages = wages;
        this.sheets = sheets;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * Assesses a month that has begun.
     *
     * @param ground {@link Ground#DECLARED} or {@link Ground#MADE_UP}
     * @param cause the command that wants it; the same one again gets what it got
     * @throws ProblemException 422 {@code month-not-begun}, {@code nobody-insured}, {@code wages-missing}, and what {@link
     *     Sheets#issue} refuses
     * @throws PolicyUnknown if the due date is not known
     */
    public AssessmentSheet assess(Employer employer, Month month, Ground ground, String cause) {
        if (month.isAfter(clock.month())) {
            throw Problem.of(422, "month-not-begun", month + " has not begun, nothing is owed for it yet")
                    .at("month")
                    .exception();
        }
        Payer payer = Payer.employer(employer.id());
        DueDate due = DueDate.of(policies, employer.area(), month);
        Workforce workforce = new Workforce(new EmployerRates(policies, employer, month), ground);
        List<Insured> page = List.of();
        do {
            page = relations.insuredBy(
                    payer, month, page.isEmpty() ? null : page.getLast().person(), AssessedMonths.AT_ONCE);
            workforce.add(
                    page,
                    wages.declared(
                            employer.id(),
                            month,
                            page.stream().map(Insured::person).toList()));
        } while (page.size() == AssessedMonths.AT_ONCE);
        workforce.refuseIfIncomplete(month);
        return sheets.issue(SheetOrder.ofLines(
                payer,
                month,
                employer.area(),
                ground,
                clock.today(),
                due.day(),
                workforce.lines(),
                workforce.notAssessed(),
                workforce.versions(due.versions()),
                cause));
    }
}
