package org.nxsi.enrollment.person;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.Masking;
import org.nxsi.platform.identity.Sex;

/**
 * A person as answers show them.
 *
 * @param personId absent in what persons see of themselves
 * @param birthDate absent where the number is masked, which hides it
 * @param registeredOn absent of those whom only rosters know
 * @param phone mobile number, where one is known
 * @param diedOn absent of the living
 * @param mergedIds the other ids that lead here; none in what persons see of themselves
 * @param masked whether name and number are
 */
record PersonView(
        @Nullable String personId,
        String name,
        String socialNumber,
        Sex sex,
        @Nullable LocalDate birthDate,
        Area area,
        @Nullable LocalDate registeredOn,
        @Nullable String phone,
        @Nullable LocalDate diedOn,
        List<Benefit> beneficiaryOf,
        List<String> mergedIds,
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
    static PersonView own(Person person, List<Person> merged) {
        return view(person, merged, null, true);
    }

    static PersonView masked(Person person, List<Person> merged) {
        return view(person, merged, person.id().value(), true);
    }

    static PersonView masked(Person person) {
        return masked(person, List.of());
    }

    static PersonView full(Person person, List<Person> merged) {
        return view(person, merged, person.id().value(), false);
    }

    private static PersonView view(Person person, List<Person> merged, @Nullable String id, boolean masked) {
        Facts facts = person.register();
        String phone = facts == null ? null : facts.phone();
        return new PersonView(
                id,
                masked ? person.name().masked() : person.name().value(),
                masked ? person.number().masked() : person.number().value(),
                person.number().sex(),
                masked ? null : person.number().birthDate(),
                Area.of(person.area()),
                facts == null ? null : facts.registeredOn(),
                phone == null || !masked ? phone : Masking.phone(phone),
                facts == null ? null : facts.diedOn(),
                benefits(person, merged),
                id == null
                        ? List.of()
                        : merged.stream()
                                .map(each -> each.id().value())
                                .sorted()
                                .toList(),
                masked);
    }

    /** Of the person and of all that were merged into them. */
    private static List<Benefit> benefits(Person person, List<Person> merged) {
        return Stream.concat(Stream.of(person), merged.stream())
                .flatMap(each -> each.roster().entrySet().stream())
                .map(each -> Benefit.of(each.getKey(), each.getValue()))
                .sorted(Comparator.comparing(Benefit::scheme))
                .toList();
    }
}
