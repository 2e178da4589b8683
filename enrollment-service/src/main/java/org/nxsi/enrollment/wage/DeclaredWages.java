package org.nxsi.enrollment.wage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Month;

/**
 * What one employer has declared for one person, in the order of declaration. Public for the driver only, which reads its
 * components.
 *
 * @param id {@code <credit code>|<person id>}
 */
public record DeclaredWages(@BsonId String id, List<WageEntry> entries) {

    /** Monthly for forty years. */
    static final int MOST_ENTRIES = 480;

    public DeclaredWages {
        entries = List.copyOf(entries);
    }

    static String idOf(CreditCode employer, PersonId person) {
        return employer + "|" + person;
    }

    static DeclaredWages first(CreditCode employer, PersonId person, WageEntry entry) {
        return new DeclaredWages(idOf(employer, person), List.of(entry));
    }

    DeclaredWages with(WageEntry entry) {
        List<WageEntry> more = new ArrayList<>(entries);
        more.add(entry);
        return new DeclaredWages(id, more);
    }

    boolean has(String declaration) {
        return entries.stream().anyMatch(each -> each.declaration().equals(declaration));
    }

    PersonId person() {
        return PersonId.parse(id.substring(id.indexOf('|') + 1));
    }

    /** What holds in a month: the declaration from the latest month on; of two from the same month the later one. */
    Optional<Declared> in(Month month) {
        WageEntry found = null;
        for (WageEntry each : entries) {
            boolean holds = !each.from().isAfter(month);
            if (holds && (found == null || !each.from().isBefore(found.from()))) {
                found = each;
            }
        }
        return Optional.ofNullable(found).map(each -> new Declared(each.wage(), each.from(), each.declaration()));
    }
}
