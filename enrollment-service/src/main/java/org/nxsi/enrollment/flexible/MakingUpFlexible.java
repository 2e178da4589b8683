package org.nxsi.enrollment.flexible;

import java.time.LocalDate;
import org.nxsi.enrollment.assessment.AssessmentSheet;
import org.nxsi.enrollment.person.Known;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.policy.PolicyData;
import org.nxsi.platform.policy.PolicyUnknown;
import org.nxsi.platform.web.ProblemException;
import org.springframework.stereotype.Component;

/** Past months of flexible workers that clerks make up for (补缴), with that month's limits and rates. */
@Component
public class MakingUpFlexible {

    private final AssessingFlexible assessing;
    private final PolicyData policies;
    private final BusinessClock clock;

    MakingUpFlexible(AssessingFlexible assessing, PolicyData policies, BusinessClock clock) {
        this.assessing = assessing;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * Whether the worker may still pay for the month by themselves.
     *
     * @throws PolicyUnknown if a document says until when, and it is not known what
     */
    public boolean isOpen(Known person, Month month) {
        LocalDate until = FlexibleYear.payableUntil(policies, person.area(), month.year());
        return !clock.today().isAfter(until);
    }

    /**
     * Assesses a month and insures the worker in it. A repetition finishes what a crash left.
     *
     * @throws ProblemException 422 {@code base-outside-limits}, and what the relation's rules refuse
     * @throws PolicyUnknown if limits, rates or the due date are not known
     */
    public AssessmentSheet makeUp(Known person, Month month, Fen base, String command, String by) {
        return assessing.makeUp(person, month, base, command, by);
    }
}
