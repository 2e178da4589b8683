package org.nxsi.enrollment.employer;

import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;
import org.springframework.stereotype.Component;

/** The employers that a member of staff may see: those of the agency's area, and no others exist for them. */
@Component
public class EmployersSeen {

    private final Employers employers;

    EmployersSeen(Employers employers) {
        this.employers = employers;
    }

    /** @throws ProblemException 404 {@code employer-not-registered} */
    public Employer seenBy(Caller caller, CreditCode code) {
        return employers
                .find(code)
                .filter(each -> caller.requireAgency().contains(each.area()))
                .orElseThrow(() -> Problem.notFound(
                                "employer-not-registered", "your area has no employer with this credit code")
                        .exception());
    }
}
