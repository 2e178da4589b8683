package org.nxsi.enrollment.wage;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nxsi.enrollment.EnrollmentCodecs;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Month;
import org.springframework.stereotype.Repository;

/** The wages that employers have declared, one document per employer and person. */
@Repository
public class Wages {

    private final MongoCollection<DeclaredWages> wages;

    Wages(MongoDatabase database) {
        this.wages = database.getCollection("declared_wages", DeclaredWages.class)
                .withCodecRegistry(EnrollmentCodecs.registry());
    }

    /**
     * What holds in a month, by person; who is not in it has nothing declared.
     *
     * @param persons at most some thousand
     */
    public Map<PersonId, Declared> declared(CreditCode employer, Month month, Collection<PersonId> persons) {
        List<String> ids = persons.stream()
                .map(person -> DeclaredWages.idOf(employer, person))
                .toList();
        Map<PersonId, Declared> declared = new HashMap<>();
        wages.find(in("_id", ids))
                .forEach(each -> each.in(month).ifPresent(found -> declared.put(each.person(), found)));
        return declared;
    }
}
