package org.nxsi.enrollment.employer;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.policy.PolicyData;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.Role;
import org.springframework.stereotype.Component;

/** A clerk puts an employer on the register. Late it is registered too, and the lateness noted (社会保险法 第五十七条). */
@Component
class RegisteringEmployer {

    static final String CLAUSE = "社会保险法 第五十七条";

    private static final String DAYS = "relation.registration_days";

    private final EmployerFiles files;
    private final EmployerEvents events;
    private final PolicyData policies;
    private final BusinessClock clock;

    RegisteringEmployer(EmployerFiles files, EmployerEvents events, PolicyData policies, BusinessClock clock) {
        this.files = files;
        this.events = events;
        this.policies = policies;
        this.clock = clock;
    }

    /** @param from first month; absent for this month */
    record WantedScheme(@Nullable Scheme scheme, @Nullable Month from) {}

    record Wanted(
            @Nullable CreditCode creditCode,
            @Nullable String name,
            @Nullable AreaCode area,
            @Nullable UnitType unitType,
            @Nullable LocalDate foundedOn,
            @Nullable String contactPerson,
            @Nullable String phone,
            @Nullable String address,
            @Nullable List<WantedScheme> schemes) {}

    /** A repetition, and whoever registers the very same again, finds it there. */
    Employer register(Caller caller, Wanted wanted) {
        caller.require(Role.CLERK);
        Employer employer = employer(wanted);
        if (!caller.requireAgency().contains(employer.area())) {
            throw Problem.forbidden("area-not-yours", "this account's agency is " + caller.requireAgency())
                    .at("area")
                    .exception();
        }
        EmployerFiles.Step first =
                new EmployerFiles.Step(new EmployerFile(employer, List.of()), List.of(events.registered(employer)));
        if (!files.add(first)) {
            Employer known = files.require(employer.id()).employer();
            if (!isTheSame(known, employer)) {
                throw Problem.conflict("employer-registered", "this credit code is registered already")
                        .at("creditCode")
                        .exception();
            }
            return known;
        }
        return files.require(employer.id()).employer();
    }

    private Employer employer(Wanted wanted) {
        CreditCode id = given("creditCode", wanted.creditCode());
        AreaCode area = given("area", wanted.area());
        LocalDate foundedOn = given("foundedOn", wanted.foundedOn());
        LocalDate today = clock.today();
        if (foundedOn.isAfter(today)) {
            throw Problem.badRequest("day-in-future", "foundedOn", "it is not founded yet")
                    .exception();
        }
        int days = policies.find(DAYS, area, PolicyData.ALL_SCHEMES, today).integer();
        return new Employer(
                id,
                Objects.requireNonNull(text(EmployerField.NAME, given("name", wanted.name()))),
                area,
                given("unitType", wanted.unitType()),
                foundedOn,
                today,
                today.isAfter(foundedOn.plusDays(days)),
                new Employer.Contact(
                        text(EmployerField.CONTACT_PERSON, wanted.contactPerson()),
                        text(EmployerField.PHONE, wanted.phone()),
                        text(EmployerField.ADDRESS, wanted.address())),
                List.of(),
                List.of(),
                List.of(),
                schemes(given("schemes", wanted.schemes()), today),
                List.of(),
                0);
    }

    private static List<Participation> schemes(List<WantedScheme> wanted, LocalDate today) {
        List<Participation> schemes = wanted.stream()
                .map(each -> new Participation(
                        given("schemes.scheme", each.scheme()),
                        each.from() == null ? Month.of(today) : each.from(),
                        null))
                .sorted(Comparator.comparing(Participation::scheme))
                .toList();
        Set<Scheme> distinct = schemes.stream().map(Participation::scheme).collect(Collectors.toUnmodifiableSet());
        if (schemes.isEmpty() || distinct.size() < schemes.size() || distinct.contains(Scheme.RESIDENT_PENSION)) {
            throw Problem.badRequest(
                            "invalid-field", "schemes", "each of 110, 120, 210, 410 at most once, one at least")
                    .exception();
        }
        return schemes;
    }

    private static @Nullable String text(EmployerField field, @Nullable String value) {
        if (value == null) {
            return null;
        }
        String stripped = value.strip();
        String objection = field.objection(stripped);
        if (objection != null) {
            throw Problem.badRequest("invalid-field", field.key(), objection).exception();
        }
        return stripped;
    }

    private static <T> T given(String field, @Nullable T value) {
        if (value == null) {
            throw Problem.badRequest("missing-field", field, field + " is needed")
                    .exception();
        }
        return value;
    }

    private static boolean isTheSame(Employer known, Employer wanted) {
        return known.name().equals(wanted.name())
                && known.area().equals(wanted.area())
                && known.unitType().equals(wanted.unitType())
                && known.foundedOn().equals(wanted.foundedOn());
    }
}
