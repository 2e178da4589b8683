package org.nxsi.enrollment.wage;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.employer.Employer;
import org.nxsi.enrollment.person.Known;
import org.nxsi.enrollment.person.PersonRegister;
import org.nxsi.enrollment.relation.Insured;
import org.nxsi.enrollment.relation.Relations;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.policy.PolicyData;
import org.nxsi.platform.web.Page;
import org.nxsi.platform.web.PageRequest;
import org.nxsi.platform.web.Problem;
import org.springframework.stereotype.Component;

/** Lists an employer's employees of a month with the wage that holds for each. */
@Component
class ListingWages {

    private final Relations relations;
    private final Wages wages;
    private final PersonRegister register;
    private final PolicyData policies;

    ListingWages(Relations relations, Wages wages, PersonRegister register, PolicyData policies) {
        this.relations = relations;
        this.wages = wages;
        this.register = register;
        this.policies = policies;
    }

    ListedWages of(Employer employer, Month month, PageRequest page) {
        List<Insured> insured =
                relations.insuredBy(Payer.employer(employer.id()), month, after(page), page.limit() + 1);
        List<PersonId> ids = insured.stream().map(Insured::person).toList();
        Map<PersonId, Declared> declared = wages.declared(employer.id(), month, ids);
        Map<PersonId, Known> known = register.findAll(ids);
        Bases bases = new Bases(policies, employer);
        Page<ListedWages.Item> items = Page.of(
                        insured, page, each -> each.person().value())
                .map(each -> item(each.person(), known.get(each.person()), declared.get(each.person()), month, bases));
        return new ListedWages(month, bases.limits(Set.of(month)), items.items(), items.next());
    }

    private static ListedWages.Item item(
            PersonId id, @Nullable Known known, @Nullable Declared declared, Month month, Bases bases) {
        return new ListedWages.Item(
                id,
                known == null ? null : known.name().masked(),
                known == null ? null : known.number().masked(),
                declared == null ? null : declared.wage(),
                declared == null ? null : declared.from(),
                declared == null ? Map.of() : bases.of(month, declared.wage()));
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
