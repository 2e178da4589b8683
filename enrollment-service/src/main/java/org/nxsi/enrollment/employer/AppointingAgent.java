package org.nxsi.enrollment.employer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.employer.ChangingEmployer.Outcome;
import org.nxsi.enrollment.employer.ChangingEmployer.Recorded;
import org.nxsi.enrollment.employer.EmployerChange.FieldChange;
import org.nxsi.enrollment.person.PersonRegister;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.identity.Masking;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.identity.SocialNumber;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.CommandId;
import org.nxsi.platform.web.Problem;
import org.springframework.stereotype.Component;

/** What a clerk records of an employer with a paper: who acts for it, in which scheme it takes part. */
@Component
class AppointingAgent {

    private final ChangingEmployer changing;
    private final PersonRegister persons;
    private final BusinessClock clock;

    AppointingAgent(ChangingEmployer changing, PersonRegister persons, BusinessClock clock) {
        this.changing = changing;
        this.persons = persons;
        this.clock = clock;
    }

    record Appointment(
            SocialNumber number,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            String proof) {}

    Outcome appoint(CreditCode code, Appointment wanted, String by, CommandId command) {
        LocalDate from = wanted.from() == null ? clock.today() : wanted.from();
        if (wanted.to() != null && wanted.to().isBefore(from)) {
            throw Problem.badRequest("invalid-field", "to", "not before from").exception();
        }
        PersonId person = persons.idOf(wanted.number());
        Agent agent = new Agent(person, from, wanted.to(), wanted.proof(), by);
        return changing.record(code, wanted.proof(), Month.of(from), by, command, employer -> {
            List<Agent> agents = new ArrayList<>(employer.agents());
            agents.removeIf(each -> each.person().equals(person) && !each.from().isBefore(from));
            agents.replaceAll(
                    each -> each.person().equals(person) && each.actsOn(from) ? each.until(from.minusDays(1)) : each);
            agents.add(agent);
            if (agents.size() > Employer.MOST_AGENTS) {
                throw Problem.conflict("agents-full", "at most " + Employer.MOST_AGENTS + " agents of one employer")
                        .exception();
            }
            return new Recorded(
                    employer.with(employer.schemes(), agents), new FieldChange("agent", null, written(agent)));
        });
    }

    Outcome dismiss(
            CreditCode code, PersonId person, @Nullable LocalDate lastDay, String proof, String by, CommandId command) {
        LocalDate last = lastDay == null ? clock.today() : lastDay;
        return changing.record(code, proof, Month.of(last), by, command, employer -> {
            Agent acting = employer.agents().stream()
                    .filter(each -> each.person().equals(person) && each.actsOn(last))
                    .findFirst()
                    .orElseThrow(
                            () -> Problem.notFound("agent-unknown", "this person does not act for the employer then")
                                    .exception());
            List<Agent> agents = new ArrayList<>(employer.agents());
            agents.replaceAll(each -> each.equals(acting) ? each.until(last) : each);
            return new Recorded(
                    employer.with(employer.schemes(), agents),
                    new FieldChange("agent", written(acting), written(acting.until(last))));
        });
    }

    /** @param to last month; null of a scheme that begins */
    Outcome takePart(
            CreditCode code,
            Scheme scheme,
            @Nullable Month from,
            @Nullable Month to,
            String proof,
            String by,
            CommandId command) {
        if (scheme == Scheme.RESIDENT_PENSION || (from == null) == (to == null)) {
            throw Problem.badRequest("invalid-field", "scheme", "110, 120, 210 or 410, and either from or to")
                    .exception();
        }
        Month month = from == null ? Objects.requireNonNull(to) : from;
        return changing.record(code, proof, month, by, command, employer -> {
            Participation before = employer.schemes().stream()
                    .filter(each -> each.scheme() == scheme && each.to() == null)
                    .findFirst()
                    .orElse(null);
            List<Participation> schemes = new ArrayList<>(employer.schemes());
            Participation after;
            if (from != null) {
                if (employer.schemes().stream().anyMatch(each -> each.scheme() == scheme && each.overlapsFrom(from))) {
                    throw Problem.conflict("takes-part-already", "it takes part in the scheme then already")
                            .exception();
                }
                after = new Participation(scheme, from, null);
                schemes.add(after);
            } else {
                if (before == null || month.isBefore(before.from())) {
                    throw Problem.conflict("takes-no-part", "it does not take part in the scheme then")
                            .exception();
                }
                after = new Participation(scheme, before.from(), month);
                schemes.replaceAll(each -> each.equals(before) ? after : each);
            }
            return new Recorded(
                    employer.with(schemes, employer.agents()),
                    new FieldChange(
                            "scheme-" + scheme.code(), before == null ? null : before.written(), after.written()));
        });
    }

    private static String written(Agent agent) {
        return Masking.personId(agent.person().value()) + " " + agent.from() + "…"
                + (agent.to() == null ? "" : agent.to());
    }
}
