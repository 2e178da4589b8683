package org.nxsi.enrollment.person;

import java.util.List;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;
import org.springframework.stereotype.Component;

/** The persons that a member of staff may see: whom an agency does not see, it does not learn to exist. */
@Component
public class PersonsSeen {

    private final Persons persons;

    PersonsSeen(Persons persons) {
        this.persons = persons;
    }

    /**
     * The person under the id that remains.
     *
     * @throws ProblemException 404 {@code person-unknown}
     */
    public Known seenBy(Caller caller, PersonId id) {
        return kept(caller, id).known();
    }

    Person kept(Caller caller, PersonId id) {
        AreaCode own = caller.requireAgency();
        Person person = persons.kept(List.of(id)).get(id);
        boolean seen = person != null
                && (person.isIn(own) || persons.mergedInto(person).stream().anyMatch(each -> each.isIn(own)));
        if (person == null || !seen) {
            throw Problem.notFound("person-unknown", "no such person in the area of " + own)
                    .exception();
        }
        return person;
    }
}
