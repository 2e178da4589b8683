package org.nxsi.enrollment.person;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.person.ChangingPerson.By;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.identity.PersonName;
import org.nxsi.platform.identity.SocialNumber;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.CommandId;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What staff write about persons of their agency's area. */
@RestController
@RequestMapping("/admin/v1/persons")
class PersonChangeController {

    private static final int MOST_AT_ONCE = 1_000;

    private final PersonsSeen seen;
    private final Persons persons;
    private final PersonRegister register;
    private final PersonNumbers numbers;
    private final ChangingPerson changing;
    private final Disclosures disclosures;

    PersonChangeController(
            PersonsSeen seen,
            Persons persons,
            PersonRegister register,
            PersonNumbers numbers,
            ChangingPerson changing,
            Disclosures disclosures) {
        this.seen = seen;
        this.persons = persons;
        this.register = register;
        this.numbers = numbers;
        this.changing = changing;
        this.disclosures = disclosures;
    }

    record Registrant(
            @Nullable SocialNumber number,
            @Nullable PersonName name,
            @Nullable AreaCode area) {}

    record Registration(@Nullable List<Registrant> persons) {}

    /** Whether somebody was new. */
    enum Result {
        REGISTERED,
        /** On the register before, under this or another id; nothing was changed. */
        ALREADY_REGISTERED,
        /** As before, and the name given is not the one on the register. */
        NAME_DIFFERS
    }

    record Row(int index, PersonId personId, Result result) {}

    record Rows(List<Row> persons) {}

    record Wanted(
            @Nullable PersonName name,
            @Nullable AreaCode area,
            @Nullable String phone,
            @Nullable String proof) {}

    record Death(@Nullable LocalDate diedOn, @Nullable String proof) {}

    record Proof(@Nullable String proof) {}

    @Operation(
            summary = "Registers persons, one or up to 1,000",
            description = "Whoever is on the register stays as they are; the answer tells row by row.")
    @PostMapping
    Rows register(Caller caller, CommandId command, @RequestBody Registration registration) {
        caller.require(Role.CLERK);
        List<NewPerson> people = people(registration.persons(), caller.requireAgency());
        String cause = "clerk/" + command.derive("persons");
        Map<SocialNumber, PersonId> ids = register.registerAll(people, cause);
        Map<PersonId, Person> kept = persons.kept(ids.values());
        List<Row> rows = new ArrayList<>(people.size());
        for (NewPerson each : people) {
            PersonId id = ids.getOrDefault(each.number(), numbers.idOf(each.number()));
            rows.add(new Row(rows.size(), id, result(each, kept.get(id), cause)));
        }
        return new Rows(rows);
    }

    @Operation(
            summary = "Changes name, area or phone",
            description = "With a paper that shows it; before and after are kept.")
    @PostMapping("/{personId}/changes")
    PersonView change(Caller caller, CommandId command, @PathVariable PersonId personId, @RequestBody Wanted wanted) {
        caller.require(Role.CLERK);
        Person person = seen.kept(caller, personId);
        FactsRule.Wanted facts =
                new FactsRule.Wanted(wanted.name(), wanted.area(), PersonText.mobile("phone", wanted.phone()));
        return PersonView.masked(changing.change(person.id(), facts, by(caller, wanted.proof(), command)));
    }

    @Operation(
            summary = "The changes of a person, the latest first",
            description = "Unmasked for a purpose, which is recorded.")
    @GetMapping("/{personId}/changes")
    List<ChangeView> changes(Caller caller, @PathVariable PersonId personId, @RequestParam @Nullable String purpose) {
        Person person = seen.kept(caller, personId);
        if (purpose != null) {
            caller.require(Role.CLERK, Role.REVIEWER);
            disclosures.record(caller, person.id(), purpose);
        }
        Facts facts = person.register();
        return facts == null
                ? List.of()
                : facts.history().reversed().stream()
                        .map(each -> ChangeView.of(each, purpose == null))
                        .toList();
    }

    @Operation(summary = "Records a death")
    @PostMapping("/{personId}/death")
    PersonView die(Caller caller, CommandId command, @PathVariable PersonId personId, @RequestBody Death death) {
        caller.require(Role.CLERK);
        Person person = seen.kept(caller, personId);
        if (death.diedOn() == null) {
            throw Problem.badRequest("missing-field", "diedOn", "on which day?").exception();
        }
        return PersonView.masked(changing.recordDeath(person.id(), death.diedOn(), by(caller, death.proof(), command)));
    }

    @Operation(summary = "Takes back a death recorded by mistake", description = "By another person than recorded it.")
    @PostMapping("/{personId}/death-revocation")
    PersonView live(Caller caller, CommandId command, @PathVariable PersonId personId, @RequestBody Proof proof) {
        caller.require(Role.REVIEWER);
        Person person = seen.kept(caller, personId);
        return PersonView.masked(changing.takeBackDeath(person.id(), by(caller, proof.proof(), command)));
    }

    private static By by(Caller caller, @Nullable String proof, CommandId command) {
        return new By(caller.actor(), PersonText.of("proof", proof), command);
    }

    private static Result result(NewPerson wanted, @Nullable Person kept, String cause) {
        Facts facts = kept == null ? null : kept.register();
        if (facts != null && facts.cause().startsWith(cause + "/")) {
            return Result.REGISTERED;
        }
        return kept != null && !kept.name().sameAs(wanted.name()) ? Result.NAME_DIFFERS : Result.ALREADY_REGISTERED;
    }

    private static List<NewPerson> people(@Nullable List<Registrant> rows, AreaCode own) {
        if (rows == null || rows.isEmpty() || rows.size() > MOST_AT_ONCE) {
            throw Problem.badRequest("invalid-field", "persons", "1 to " + MOST_AT_ONCE + " persons")
                    .exception();
        }
        List<NewPerson> people = new ArrayList<>(rows.size());
        Set<SocialNumber> seenBefore = new HashSet<>();
        for (Registrant row : rows) {
            String at = "persons.[" + people.size() + "]";
            if (row.number() == null || row.name() == null || row.area() == null) {
                throw Problem.badRequest("missing-field", at, "number, name and area are needed")
                        .exception();
            }
            if (!own.contains(row.area())) {
                throw Problem.forbidden("area-not-yours", "this account's agency is " + own)
                        .at(at + ".area")
                        .exception();
            }
            if (!seenBefore.add(row.number())) {
                throw Problem.badRequest("number-twice", at + ".number", "the same number twice")
                        .exception();
            }
            people.add(new NewPerson(row.number(), row.name(), row.area()));
        }
        return people;
    }
}
