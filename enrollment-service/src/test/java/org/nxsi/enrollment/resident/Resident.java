package org.nxsi.enrollment.resident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.nxsi.enrollment.EnrollmentUnderTest;
import org.nxsi.enrollment.Registered;
import org.nxsi.enrollment.person.NewPerson;
import org.nxsi.enrollment.person.PersonRegister;
import org.nxsi.local.testing.Answer;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.identity.PersonName;
import org.nxsi.platform.identity.SocialNumber;

/** A resident for tests, new each time. */
public final class Resident {

    static final String ENROLLMENTS = "/v1/persons/me/resident-enrollments";
    static final String ASSESSMENTS = "/v1/persons/me/resident-contribution-assessments";
    static final String DESK = "/admin/v1/resident-enrollments";

    private static final AtomicInteger BORN = new AtomicInteger();

    final String number;
    final String name = "马兰";
    final String area;

    private Resident(String number, String area) {
        this.number = number;
        this.area = area;
    }

    /** On the register, 兴庆区. */
    public static Resident registered() {
        return registeredIn("640104", "1985-06-15");
    }

    public static Resident registeredIn(String area, String born) {
        Resident resident = stranger(area, born);
        EnrollmentUnderTest.service()
                .part(PersonRegister.class)
                .registerAll(
                        List.of(new NewPerson(
                                SocialNumber.parse(resident.number),
                                PersonName.parse(resident.name),
                                AreaCode.parse(area))),
                        "test/" + resident.number);
        return resident;
    }

    /** Whom the bureau does not know. */
    public static Resident stranger(String area, String born) {
        return new Resident(
                SocialNumber.complete(area + born.replace("-", "") + "%03d".formatted(BORN.incrementAndGet() % 1_000))
                        .value(),
                area);
    }

    /** On the register and enrolled at 200. */
    public static Resident enrolled() {
        Resident resident = registered();
        Answer answer = resident.enrol(Map.of());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return resident;
    }

    public String token() {
        return EnrollmentUnderTest.citizen(number, "my-ningxia");
    }

    public PersonId id() {
        return PersonId.parse(EnrollmentUnderTest.person(number));
    }

    Map<String, Object> wish(Map<String, ?> others) {
        Map<String, Object> wish = new HashMap<>(Map.of(
                "householdArea",
                area,
                "grade",
                "200.00",
                "account",
                "6217001234567890122",
                "accountHolder",
                name,
                "student",
                false));
        others.forEach((key, value) -> {
            if (value.equals("")) {
                wish.remove(key);
            } else {
                wish.put(key, value);
            }
        });
        return wish;
    }

    /** @param others fields that differ; an empty text takes one away */
    public Answer enrol(Map<String, ?> others) {
        return Registered.post(ENROLLMENTS, token(), wish(others));
    }

    public Answer assess(int year, String grade) {
        return Registered.post(ASSESSMENTS, token(), Map.of("year", year, "grade", grade));
    }

    public Answer years() {
        return EnrollmentUnderTest.service().get(ASSESSMENTS, token());
    }

    public Answer enrollments() {
        return EnrollmentUnderTest.service().get(ENROLLMENTS, token());
    }
}
