package org.nxsi.enrollment.relation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.person.Known;
import org.nxsi.enrollment.person.PersonRegister;
import org.nxsi.enrollment.person.PersonsSeen;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Page;
import org.nxsi.platform.web.PageRequest;
import org.nxsi.platform.web.Problem;
import org.springframework.stereotype.Component;

/** What staff see of relations in their agency's area. */
@Component
class SeeingRelations {

    private final InsuredPersons persons;
    private final PersonRegister register;
    private final PersonsSeen seen;
    private final LateRegistrations late;
    private final Overlaps overlaps;
    private final BusinessClock clock;

    SeeingRelations(
            InsuredPersons persons,
            PersonRegister register,
            PersonsSeen seen,
            LateRegistrations late,
            Overlaps overlaps,
            BusinessClock clock) {
        this.persons = persons;
        this.register = register;
        this.seen = seen;
        this.late = late;
        this.overlaps = overlaps;
        this.clock = clock;
    }

    /** With whatever stands under ids that were joined. */
    InsuredPersonView person(Caller caller, PersonId id) {
        Known known = seen.seenBy(caller, id);
        return view(known);
    }

    Page<LateView> late(Caller caller, PageRequest page) {
        return Page.of(late.in(caller.requireAgency(), page.after(), page.limit() + 1), page, LateRegistration::id)
                .map(LateView::of);
    }

    /** Persons whose ids were joined and whose relations overlapped then, as they stand now. */
    Page<InsuredPersonView> overlaps(Caller caller, PageRequest page) {
        List<PersonId> found = overlaps.in(caller.requireAgency(), after(page), page.limit() + 1);
        Map<PersonId, Known> known = register.findAll(found);
        return Page.of(found.stream().filter(known::containsKey).toList(), page, PersonId::value)
                .map(each -> view(Objects.requireNonNull(known.get(each))));
    }

    private InsuredPersonView view(Known known) {
        List<PersonId> ids = register.idsOf(known.id());
        Map<PersonId, InsuredPerson> documents = persons.find(ids);
        return InsuredPersonView.of(
                known, ids.stream().map(documents::get).filter(Objects::nonNull).toList(), clock.month());
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
