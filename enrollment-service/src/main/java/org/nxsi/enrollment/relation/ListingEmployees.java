package org.nxsi.enrollment.relation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.person.Known;
import org.nxsi.enrollment.person.PersonRegister;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.web.Page;
import org.nxsi.platform.web.PageRequest;
import org.nxsi.platform.web.Problem;
import org.springframework.stereotype.Component;

/** Lists whom a payer insures, or has insured. */
@Component
class ListingEmployees {

    private final InsuredPersons persons;
    private final PersonRegister register;
    private final BusinessClock clock;

    ListingEmployees(InsuredPersons persons, PersonRegister register, BusinessClock clock) {
        this.persons = persons;
        this.register = register;
        this.clock = clock;
    }

    Page<EmployeeView> of(Payer payer, PageRequest page) {
        List<InsuredPerson> some = persons.of(payer, after(page), page.limit() + 1);
        Map<PersonId, Known> known =
                register.findAll(some.stream().map(InsuredPerson::id).toList());
        return Page.of(some, page, each -> each.id().value())
                .map(each -> EmployeeView.of(
                        each,
                        each.relations().stream()
                                .filter(relation -> relation.payer().equals(payer))
                                .toList(),
                        known.get(each.id()),
                        clock.month()));
    }

    private static @Nullable PersonId after(PageRequest page) {
        if (page.after() == null) {
            return null;
        }
        if (PersonId.check(page.after()) != null) {
            throw Problem.badRequest("invalid-parameter", "cursor", "not a cursor of this list")
                    .exception();
        }
        return PersonId.parse(page.after());
    }
}
