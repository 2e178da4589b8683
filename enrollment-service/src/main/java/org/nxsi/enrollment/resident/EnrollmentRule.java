package org.nxsi.enrollment.resident;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.nxsi.enrollment.resident.Applicants.Applicant;
import org.nxsi.enrollment.resident.Enrollment.Check;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;

/** Who may be enrolled, and what of it people have to look at. */
final class EnrollmentRule {

    /** From 16 on, no students, nobody whom the employees' scheme covers. */
    static final String WHO = "国发〔2014〕8号 第三条";

    private EnrollmentRule() {}

    /**
     * What only people can check; nothing if the application can be decided by itself.
     *
     * @throws ProblemException 422 {@code person-died}, {@code student}, {@code too-young}, {@code nothing-to-pay}, {@code
     *     account-not-own}
     */
    static List<Check> check(Applicant applicant, EnrollmentWish wish, Ages ages, LocalDate today) {
        if (applicant.isDead()) {
            throw Problem.of(422, "person-died", "nobody is enrolled after death")
                    .exception();
        }
        if (wish.student()) {
            throw refused("student", "student", "students at school are not enrolled");
        }
        if (!ages.isOldEnough(applicant.number(), today)) {
            throw refused("too-young", "number", "from the age of " + ages.first() + " on");
        }
        if (!wish.accountHolder().sameAs(applicant.name())) {
            throw Problem.of(422, "account-not-own", "the account is in the person's own name")
                    .at("accountHolder")
                    .exception();
        }
        List<Check> toCheck = new ArrayList<>();
        if (ages.isBeyond(applicant.number(), today)) {
            if (wish.yearsToMakeUp() == null) {
                throw Problem.of(
                                422,
                                "nothing-to-pay",
                                "past the age of " + ages.pension()
                                        + " only whoever has years to make up is enrolled; others claim the pension")
                        .at("yearsToMakeUp")
                        .exception();
            }
            toCheck.add(Check.YEARS_TO_MAKE_UP);
        }
        if (!applicant.isKeptIn(wish.householdArea())) {
            toCheck.add(Check.HOUSEHOLD);
        }
        return List.copyOf(toCheck);
    }

    private static ProblemException refused(String code, String field, String detail) {
        return Problem.of(422, code, detail).at(field).under(WHO).exception();
    }
}
