package org.nxsi.enrollment.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.Sex;

/**
 * A person as answers show them.
 *
 * @param personId absent in what persons see of themselves
 * @param birthDate absent where the number is masked, which hides it
 * @param masked whether name and number are
 */
record PersonView(
        @Nullable String personId,
        String name,
        String socialNumber,
        Sex sex,
        @Nullable LocalDate birthDate,
        Area area,
        List<Benefit> beneficiaryOf,
        boolean masked) {

    record Area(String code, String name) {

        static Area of(AreaCode area) {
            return new Area(area.code(), area.fullName());
        }
    }

    /** @param since first month of the benefit */
    record Benefit(String scheme, String schemeName, String since, Area area) {

        static Benefit of(String code, Told told) {
            PensionScheme scheme = Objects.requireNonNull(PensionScheme.of(code), code);
            return new Benefit(code, scheme.title(), told.since().toString(), Area.of(told.area()));
        }
    }

    /** What persons see of themselves: on a phone in a bus, masked as everywhere. */
    static PersonView own(Person person) {
        return view(person, null, true);
    }

    static PersonView masked(Person person) {
        return view(person, person.id().value(), true);
    }

    static PersonView full(Person person) {
        return view(person, person.id().value(), false);
    }

    private static PersonView view(Person person, @Nullable String id, boolean masked) {
        return new PersonView(
                id,
                masked ? person.name().masked() : person.name().value(),
                masked ? person.number().masked() : person.number().value(),
                person.number().sex(),
                masked ? null : person.number().birthDate(),
                Area.of(person.area()),
                person.roster().entrySet().stream()
                        .map(each -> Benefit.of(each.getKey(), each.getValue()))
                        .toList(),
                masked);
    }
}
