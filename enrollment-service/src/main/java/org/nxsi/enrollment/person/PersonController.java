package org.nxsi.enrollment.person;

import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.identity.SocialNumber;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Page;
import org.nxsi.platform.web.PageRequest;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.Question;
import org.nxsi.platform.web.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Persons as staff see them: those of their agency's area and no others, masked unless a purpose is given. */
@RestController
@RequestMapping("/admin/v1/persons")
class PersonController {

    private final Persons persons;
    private final PersonsSeen seen;
    private final PersonNumbers numbers;
    private final Disclosures disclosures;

    PersonController(Persons persons, PersonsSeen seen, PersonNumbers numbers, Disclosures disclosures) {
        this.persons = persons;
        this.seen = seen;
        this.numbers = numbers;
        this.disclosures = disclosures;
    }

    record Lookup(SocialNumber number) {}

    record Found(PersonId personId) {}

    @Operation(summary = "The persons of an area, masked", description = "Without an area: of the agency's.")
    @GetMapping
    Page<PersonView> list(Caller caller, @RequestParam @Nullable AreaCode area, PageRequest request) {
        AreaCode own = caller.requireAgency();
        if (area != null && !own.contains(area)) {
            throw Problem.forbidden("area-not-yours", "this account's agency is " + own)
                    .at("area")
                    .exception();
        }
        return Page.of(
                        persons.ofArea(area == null ? own : area, request.limit() + 1, request.after()),
                        request,
                        person -> person.id().value())
                .map(PersonView::masked);
    }

    @Operation(
            summary = "One person",
            description = "Unmasked for clerks and reviewers who give a purpose; each such look is recorded.")
    @GetMapping("/{personId}")
    PersonView person(Caller caller, @PathVariable PersonId personId, @RequestParam @Nullable String purpose) {
        Person person = seen.kept(caller, personId);
        if (purpose == null) {
            return PersonView.masked(person, persons.mergedInto(person));
        }
        caller.require(Role.CLERK, Role.REVIEWER);
        disclosures.record(caller, person.id(), purpose);
        return PersonView.full(person, persons.mergedInto(person));
    }

    @Question
    @Operation(summary = "The person with this number", description = "A number never stands in an address.")
    @PostMapping("/lookups")
    Found lookup(Caller caller, @RequestBody Lookup lookup) {
        caller.require(Role.CLERK);
        return new Found(seen.kept(caller, numbers.idOf(lookup.number())).id());
    }
}
