package org.nxsi.enrollment.person;

import java.util.Comparator;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.identity.PersonName;
import org.nxsi.platform.identity.SocialNumber;

/**
 * A person known to the bureau. Public for the driver only, which reads its components.
 *
 * @param id opaque name, made from the number that the person was first known by
 * @param number social-security number; sex and date of birth are read from it (GB 11643)
 * @param roster what the rosters tell, by code of the scheme
 * @param register what the bureau's own register says; null of those known from rosters alone
 * @param mergedInto under which id the person is kept instead; null of everybody who is kept under their own
 */
public record Person(
        @BsonId PersonId id,
        SocialNumber number,
        Map<String, Told> roster,
        @Nullable Facts register,
        @Nullable PersonId mergedInto) {

    public Person {
        if (roster.isEmpty() && register == null && mergedInto == null) {
            throw new IllegalArgumentException("nobody told anything of person " + id);
        }
        roster = new TreeMap<>(roster);
    }

    /** The register's name; of those it does not have the name told last. */
    PersonName name() {
        return register == null ? latest().name() : register.name();
    }

    /** The register's area; of those it does not have the area told last. */
    AreaCode area() {
        return register == null ? latest().area() : register.area();
    }

    Known known() {
        return new Known(id, number, name(), area(), register == null ? null : register.diedOn());
    }

    /** Whether staff of this area see the person: where the register or any scheme has them, their file lies. */
    boolean isIn(AreaCode staffArea) {
        return (register != null && staffArea.contains(register.area()))
                || roster.values().stream().anyMatch(told -> staffArea.contains(told.area()));
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
