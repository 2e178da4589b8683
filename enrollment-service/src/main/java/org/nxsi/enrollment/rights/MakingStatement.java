package org.nxsi.enrollment.rights;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.nxsi.enrollment.account.Accounts;
import org.nxsi.enrollment.person.Known;
import org.nxsi.enrollment.person.PersonRegister;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.Problem;
import org.springframework.stereotype.Component;

/** Makes a person's statement of a year from what stands in the books today. */
@Component
class MakingStatement {

    /** Before that year no scheme kept records of persons. */
    static final int FIRST_YEAR = 1992;

    private final PersonRegister register;
    private final PersonMonths months;
    private final PayerNames names;
    private final Accounts accounts;
    private final BusinessClock clock;

    MakingStatement(
            PersonRegister register, PersonMonths months, PayerNames names, Accounts accounts, BusinessClock clock) {
        this.register = register;
        this.months = months;
        this.names = names;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** @throws org.nxsi.platform.web.ProblemException 400 {@code invalid-parameter}, 404 {@code year-without-record} */
    Statement of(PersonId person, int year) {
        LocalDate today = clock.today();
        if (year < FIRST_YEAR || year > today.getYear()) {
            throw Problem.badRequest(
                            "invalid-parameter", "year", "a year from " + FIRST_YEAR + " to " + today.getYear())
                    .exception();
        }
        Known known = register.require(person);
        Month from = new Month(year, 1);
        Month to = year == today.getYear() ? Month.of(today) : new Month(year, 12);
        List<SchemeRecord> schemes = months.of(known.id(), from, to);
        List<Statement.AccountView> own = accounts.statements(known.id(), year).stream()
                .filter(each -> each.openedOn().getYear() <= year)
                .map(each -> Statement.AccountView.of(each, today))
                .toList();
        if (schemes.isEmpty() && own.isEmpty()) {
            throw Problem.notFound("year-without-record", "nothing is recorded of " + year)
                    .at("year")
                    .exception();
        }
        boolean sample = Stream.concat(
                        schemes.stream().map(SchemeRecord::sample), own.stream().map(Statement.AccountView::sample))
                .anyMatch(each -> each);
        boolean provisional = own.stream().anyMatch(Statement.AccountView::interestProvisional);
        return new Statement(
                year,
                today,
                holder(known),
                from,
                to,
                schemes.stream()
                        .map(each -> SchemeView.of(each, names.of(schemes)))
                        .toList(),
                own,
                Statement.BENEFITS,
                Note.of(schemes, provisional, sample),
                sample);
    }

    private static Statement.Holder holder(Known known) {
        return new Statement.Holder(
                known.name().masked(),
                known.number().masked(),
                known.area(),
                known.area().fullName(),
                true);
    }
}
