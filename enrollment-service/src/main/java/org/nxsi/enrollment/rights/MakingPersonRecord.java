package org.nxsi.enrollment.rights;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.account.Accounts;
import org.nxsi.enrollment.person.Known;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.clock.BusinessClock;
import org.springframework.stereotype.Component;

/** Makes the content of a person's printed record from what stands in the books today. */
@Component
class MakingPersonRecord {

    private final PersonMonths months;
    private final PayerNames names;
    private final Accounts accounts;
    private final BusinessClock clock;

    MakingPersonRecord(PersonMonths months, PayerNames names, Accounts accounts, BusinessClock clock) {
        this.months = months;
        this.names = names;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** @param only one scheme; null for all. @param purpose what for the full number is shown; null masks it */
    PersonRecord of(Known person, Period period, @Nullable Scheme only, @Nullable String purpose) {
        LocalDate today = clock.today();
        List<SchemeRecord> schemes = months.of(person.id(), period.from(), period.to()).stream()
                .filter(each -> only == null || each.scheme() == only)
                .toList();
        int year = period.to().year();
        List<Statement.AccountView> own = accounts.statements(person.id(), year).stream()
                .filter(each -> each.openedOn().getYear() <= year && (only == null || each.scheme() == only))
                .map(each -> Statement.AccountView.of(each, today))
                .toList();
        boolean sample =
                schemes.stream().anyMatch(SchemeRecord::sample) || own.stream().anyMatch(Statement.AccountView::sample);
        boolean provisional = own.stream().anyMatch(Statement.AccountView::interestProvisional);
        Map<Payer, String> payers = names.of(schemes);
        return new PersonRecord(
                today,
                person.name().value(),
                purpose == null ? person.number().masked() : person.number().value(),
                person.area(),
                person.area().fullName(),
                purpose,
                period.from(),
                period.to(),
                schemes.stream().map(each -> SchemeView.of(each, payers)).toList(),
                own,
                Note.of(schemes, provisional, sample),
                sample);
    }
}
