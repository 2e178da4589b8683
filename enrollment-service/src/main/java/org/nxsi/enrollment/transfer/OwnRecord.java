package org.nxsi.enrollment.transfer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.nxsi.enrollment.account.AccountStatement;
import org.nxsi.enrollment.account.Accounts;
import org.nxsi.enrollment.assessment.AssessedMonth;
import org.nxsi.enrollment.assessment.AssessedMonths;
import org.nxsi.enrollment.assessment.Parts;
import org.nxsi.enrollment.collection.Due;
import org.nxsi.enrollment.collection.DueKey;
import org.nxsi.enrollment.collection.DueState;
import org.nxsi.enrollment.collection.Dues;
import org.nxsi.enrollment.person.PersonRegister;
import org.nxsi.enrollment.relation.Relation;
import org.nxsi.enrollment.relation.Relations;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import org.springframework.stereotype.Component;

/** What is known here of a person's employees' pension: paid months with their bases, and the years of the account. */
@Component
class OwnRecord {

    private static final Scheme SCHEME = Scheme.EMPLOYEE_PENSION;
    private static final Month FIRST = new Month(1986, 1);

    private final AssessedMonths assessed;
    private final Dues dues;
    private final Accounts accounts;
    private final Relations relations;
    private final TransferredMonths transferred;
    private final PersonRegister register;

    OwnRecord(
            AssessedMonths assessed,
            Dues dues,
            Accounts accounts,
            Relations relations,
            TransferredMonths transferred,
            PersonRegister register) {
        this.assessed = assessed;
        this.dues = dues;
        this.accounts = accounts;
        this.relations = relations;
        this.transferred = transferred;
        this.register = register;
    }

    /**
     * What is told to the new place: the months that are paid, those handed over from elsewhere among them, and the account
     * by years.
     *
     * @param amount what was on the account when it was emptied
     * @param on the day on which it was emptied
     */
    Information information(PersonId person, Fen amount, LocalDate on) {
        Map<Month, Fen> bases = new TreeMap<>(paid(person, Month.of(on)));
        transferred.ofPerson(person).forEach(each -> bases.putIfAbsent(each.month(), each.base()));
        Set<Month> gone = transferred.movedAway(person);
        List<MonthBase> months = new ArrayList<>();
        bases.forEach((month, base) -> {
            if (!gone.contains(month) && base.isPositive()) {
                months.add(new MonthBase(month, base));
            }
        });
        return new Information(months, years(person, amount, on), amount);
    }

    /** Months of those told that are in the own record too: insured here, or handed over before. */
    List<Month> doubles(PersonId person, List<MonthBase> told) {
        Set<Month> own = new HashSet<>();
        List<Relation> standing = relations.ofPerson(person).stream()
                .filter(each -> each.scheme() == SCHEME || each.scheme() == Scheme.CIVIL_SERVANT_PENSION)
                .toList();
        told.stream()
                .map(MonthBase::month)
                .filter(month -> standing.stream().anyMatch(each -> each.covers(month)))
                .forEach(own::add);
        own.removeAll(transferred.movedAway(person));
        transferred.ofPerson(person).forEach(each -> own.add(each.month()));
        return told.stream().map(MonthBase::month).filter(own::contains).toList();
    }

    private Map<Month, Fen> paid(PersonId person, Month until) {
        List<AssessedMonth> lines = new ArrayList<>();
        register.idsOf(person).forEach(id -> lines.addAll(assessed.ofPerson(id, FIRST, until)));
        Map<AssessedMonth, String> dueOf = new HashMap<>();
        for (AssessedMonth each : lines) {
            Parts parts = each.parts(SCHEME);
            if (parts != null && parts.base().isPositive()) {
                dueOf.put(each, new DueKey(each.payer(), SCHEME, each.month()).id());
            }
        }
        Map<String, Due> found = dues.find(new HashSet<>(dueOf.values()));
        Map<Month, Fen> bases = new TreeMap<>();
        dueOf.forEach((line, id) -> {
            Due due = found.get(id);
            Parts parts = line.parts(SCHEME);
            if (due != null && due.state() == DueState.PAID && parts != null) {
                bases.merge(line.month(), parts.base(), Fen::plus);
            }
        });
        return bases;
    }

    private List<YearAccount> years(PersonId person, Fen amount, LocalDate on) {
        List<YearAccount> years = new ArrayList<>();
        Fen sum = Fen.ZERO;
        int first = accounts.find(person, SCHEME)
                .map(each -> each.openedOn().getYear())
                .orElse(on.getYear());
        for (int year = first; year < on.getYear(); year++) {
            Fen added = added(person, year);
            if (!added.isZero()) {
                years.add(new YearAccount(year, added));
                sum = sum.plus(added);
            }
        }
        Fen last = amount.minus(sum);
        if (!last.isZero()) {
            years.add(new YearAccount(on.getYear(), last));
        }
        return years;
    }

    private Fen added(PersonId person, int year) {
        return accounts.statements(person, year).stream()
                .filter(each -> each.scheme() == SCHEME)
                .map(AccountStatement::year)
                .map(each -> each.closing().minus(each.opening()))
                .reduce(Fen.ZERO, Fen::plus);
    }
}
