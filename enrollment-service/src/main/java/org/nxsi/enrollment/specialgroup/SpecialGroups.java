package org.nxsi.enrollment.specialgroup;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.nxsi.enrollment.person.PersonRegister;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.policy.PolicyData;
import org.springframework.stereotype.Component;

/** Who belongs to which special group in a year, for whoever assesses a resident's contribution. */
@Component
public class SpecialGroups {

    private static final String RESIDENTS = "170";

    private final GroupYears years;
    private final PersonRegister persons;
    private final PolicyData policies;

    SpecialGroups(GroupYears years, PersonRegister persons, PolicyData policies) {
        this.years = years;
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
        List<GroupYear> labelled = ofYear(person, year).stream()
                .filter(each -> !each.confirmed().isEmpty())
                .toList();
        if (labelled.isEmpty()) {
            return Optional.empty();
        }
        return PaidBy.of(
                labelled.stream().flatMap(each -> each.confirmed().stream()).toList(),
                policies.find(
                        "resident.payer_priority", labelled.getFirst().area(), RESIDENTS, LocalDate.of(year, 1, 1)));
    }

    /** Under each id that the person has had; the remaining one first. */
    List<GroupYear> ofYear(PersonId person, int year) {
        List<String> ids = persons.idsOf(person).stream()
                .map(each -> GroupYear.idOf(each, year))
                .toList();
        Map<String, GroupYear> found = years.find(ids);
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }
}
