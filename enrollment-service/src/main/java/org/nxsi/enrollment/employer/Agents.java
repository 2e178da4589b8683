package org.nxsi.enrollment.employer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nxsi.enrollment.person.PersonRegister;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;
import org.nxsi.platform.web.Role;
import org.springframework.stereotype.Component;

/** For whom an agent acts: the token names the employer, the register says whether it appointed this person. */
@Component
public class Agents {

    private final Employers employers;
    private final PersonRegister persons;
    private final BusinessClock clock;

    Agents(Employers employers, PersonRegister persons, BusinessClock clock) {
        this.employers = employers;
        this.persons = persons;
        this.clock = clock;
    }

    /**
     * The employer that the caller acts for today.
     *
     * @throws ProblemException 403: {@code role-required} for whoever is no agent, {@code employer-unknown} for one of no
     *     registered employer, {@code agent-not-appointed} for one whom the employer did not appoint, or does not any more
     */
    public Employer actingFor(Caller caller) {
        caller.require(Role.EMPLOYER_AGENT);
        PersonId person = caller.requirePersonId();
        Employer employer = named(caller)
                .orElseThrow(() -> Problem.forbidden(
                                "employer-unknown", "this account is not linked to a registered employer")
                        .exception());
        LocalDate today = clock.today();
        List<PersonId> names = persons.idsOf(person);
        boolean appointed =
                employer.agents().stream().anyMatch(each -> names.contains(each.person()) && each.actsOn(today));
        if (!appointed) {
            throw Problem.forbidden("agent-not-appointed", "the employer has not appointed you as its agent")
                    .exception();
        }
        return employer;
    }

    private Optional<Employer> named(Caller caller) {
        String code = caller.employer();
        return code == null || CreditCode.check(code) != null
                ? Optional.empty()
                : employers.find(CreditCode.parse(code));
    }
}
