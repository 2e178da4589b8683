package org.nxsi.enrollment.person;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.identity.SocialNumber;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;
import org.springframework.stereotype.Component;

/**
 * Who is known to the bureau, for the other parts. Whoever was merged is found under the id that remains: ask by the id
 * that a token, an event or a document names, and go on with {@link Known#id}.
 */
@Component
public class PersonRegister {

    private final Persons persons;
    private final PersonNumbers numbers;
    private final Registering registering;

    PersonRegister(Persons persons, PersonNumbers numbers, Registering registering) {
        this.persons = persons;
        this.numbers = numbers;
        this.registering = registering;
    }

    public Optional<Known> find(PersonId id) {
        return Optional.ofNullable(findAll(Set.of(id)).get(id));
    }

    /** Those that are known, by the id they were asked for. */
    public Map<PersonId, Known> findAll(Collection<PersonId> ids) {
        Map<PersonId, Known> found = new HashMap<>();
        persons.kept(ids).forEach((id, person) -> found.put(id, person.known()));
        return found;
    }

    /** Those that are known, by the number they were asked for. */
    public Map<SocialNumber, Known> findByNumbers(Collection<SocialNumber> all) {
        Map<SocialNumber, PersonId> ids = new LinkedHashMap<>();
        all.forEach(each -> ids.put(each, numbers.idOf(each)));
        Map<PersonId, Known> known = findAll(ids.values());
        Map<SocialNumber, Known> found = new HashMap<>();
        ids.forEach((number, id) -> {
            Known person = known.get(id);
            if (person != null) {
                found.put(number, person);
            }
        });
        return found;
    }

    /** @throws ProblemException 404 {@code person-not-registered} */
    public Known require(PersonId id) {
        return find(id).orElseThrow(
                        () -> Problem.notFound("person-not-registered", "the bureau has no facts about this person")
                                .exception());
    }

    /** Every id that things of this person may be kept under: the remaining one first, then those merged into it. */
    public List<PersonId> idsOf(PersonId id) {
        return persons.idsOf(id);
    }

    /** For each of some thousand ids that remain those that were merged into it; who has none is not in it. */
    public Map<PersonId, List<PersonId>> joinedTo(Collection<PersonId> remaining) {
        return persons.joinedTo(remaining);
    }

    /** Under which id the person with this number is kept; of a number that nobody has, the id it will have. */
    public PersonId idOf(SocialNumber number) {
        PersonId own = numbers.idOf(number);
        return find(own).map(Known::id).orElse(own);
    }

    /**
     * Registers those who are not registered yet, all at once; the others stay as they are. One fact tells of at most a
     * thousand of them.
     *
     * @param cause what registers them, such as {@code relations/<batch>}; the same for a repetition
     * @return the id under which each is kept, by number
     */
    public Map<SocialNumber, PersonId> registerAll(List<NewPerson> people, String cause) {
        Map<SocialNumber, PersonId> ids = new LinkedHashMap<>();
        people.forEach(each -> ids.put(each.number(), numbers.idOf(each.number())));
        registering.register(people, cause);
        Map<PersonId, Known> known = findAll(ids.values());
        ids.replaceAll((number, id) -> known.containsKey(id) ? known.get(id).id() : id);
        return ids;
    }
}
