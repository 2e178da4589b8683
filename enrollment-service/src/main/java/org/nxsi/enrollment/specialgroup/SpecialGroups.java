package org.nxsi.enrollment.specialgroup;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nxsi.enrollment.EnrollmentCodecs;
import org.nxsi.enrollment.person.PersonRegister;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.policy.PolicyData;
import org.springframework.stereotype.Repository;

/** Who belongs to which special group in a year, for whoever assesses a resident's contribution. */
@Repository
public class SpecialGroups {

    private static final String RESIDENTS = "170";

    private final MongoCollection<GroupYear> years;
    private final PersonRegister persons;
    private final PolicyData policies;

    SpecialGroups(MongoDatabase database, PersonRegister persons, PolicyData policies) {
        this.years = database.getCollection("special_groups", GroupYear.class)
                .withCodecRegistry(EnrollmentCodecs.registry());
        this.persons = persons;
        this.policies = policies;
    }

    /**
     * Because of which label the government pays for the person in the year, if any. A person of several labels has
     * exactly one payer.
     *
     * @throws org.nxsi.platform.policy.PolicyUnknown if the order in which they pay is not known
     */
    public Optional<PaidBy> payerFor(PersonId person, int year) {
        return ofYear(person, year).stream()
                .filter(each -> !each.confirmed().isEmpty())
                .findFirst()
                .flatMap(each -> each.paidBy(
                        policies.find("resident.payer_priority", each.area(), RESIDENTS, LocalDate.of(year, 1, 1))));
    }

    /** Under each id that the person has had; the remaining one first. */
    private List<GroupYear> ofYear(PersonId person, int year) {
        List<String> ids = persons.idsOf(person).stream()
                .map(each -> GroupYear.idOf(each, year))
                .toList();
        List<GroupYear> found = years.find(in("_id", ids)).into(new ArrayList<>());
        found.sort((one, other) -> Integer.compare(ids.indexOf(one.id()), ids.indexOf(other.id())));
        return found;
    }
}
