package org.nxsi.enrollment.person;

import java.util.Comparator;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;
import org.bson.codecs.pojo.annotations.BsonId;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.identity.PersonName;
import org.nxsi.platform.identity.SocialNumber;

/**
 * A person known to the bureau. Public for the driver only, which reads its components.
 *
 * @param id opaque name, made from the number
 * @param number social-security number; sex and date of birth are read from it (GB 11643)
 * @param roster what the rosters tell, by code of the scheme
 */
public record Person(@BsonId PersonId id, SocialNumber number, Map<String, Told> roster) {

    public Person {
        if (roster.isEmpty()) {
            throw new IllegalArgumentException("nobody told anything of person " + id);
        }
        roster = new TreeMap<>(roster);
    }

    /** The name told last. */
    PersonName name() {
        return latest().name();
    }

    /** The area told last. */
    AreaCode area() {
        return latest().area();
    }

    /** Whether staff of this area see the person: where any scheme has them, their file lies. */
    boolean isIn(AreaCode staffArea) {
        return roster.values().stream().anyMatch(told -> staffArea.contains(told.area()));
    }

    private Told latest() {
        return roster.entrySet().stream()
                .max(Comparator.comparing(
                                (Entry<String, Told> each) -> each.getValue().at())
                        .thenComparing(Entry::getKey))
                .orElseThrow()
                .getValue();
    }
}
