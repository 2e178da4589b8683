package org.nxsi.enrollment.resident;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.assessment.Needed;
import org.nxsi.enrollment.person.Known;
import org.nxsi.enrollment.person.NewPerson;
import org.nxsi.enrollment.person.PersonRegister;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.identity.PersonName;
import org.nxsi.platform.identity.SocialNumber;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;
import org.springframework.stereotype.Component;

/**
 * The persons behind tokens who want to be enrolled. Whom the bureau does not know says number and name: the number must be
 * the one that the token's person stands for.
 */
@Component
class Applicants {

    private final PersonRegister register;

    Applicants(PersonRegister register) {
        this.register = register;
    }

    /** @param known null of whom the bureau does not know yet */
    record Applicant(
            PersonId id,
            SocialNumber number,
            PersonName name,
            @Nullable Known known) {

        boolean isDead() {
            return known != null && known.diedOn() != null;
        }

        /** Whether the bureau's own file says that the household is there; then nobody is asked for a paper. */
        boolean isKeptIn(AreaCode area) {
            return known != null && known.area().equals(area);
        }
    }

    Optional<Known> find(PersonId asked) {
        return register.find(asked);
    }

    /** @throws ProblemException 422 {@code number-not-yours}, {@code name-not-yours}; 400 {@code missing-field} */
    Applicant require(PersonId asked, EnrollmentWish wish) {
        Known known = register.find(asked).orElse(null);
        if (known != null) {
            if (wish.number() != null && !wish.number().equals(known.number())) {
                throw notYours("number");
            }
            if (wish.name() != null && !wish.name().sameAs(known.name())) {
                throw notYours("name");
            }
            return new Applicant(known.id(), known.number(), known.name(), known);
        }
        SocialNumber number = Needed.field(wish.number(), "number");
        PersonName name = Needed.field(wish.name(), "name");
        if (!register.idOf(number).equals(asked)) {
            throw notYours("number");
        }
        return new Applicant(asked, number, name, null);
    }

    /** Puts the applicant on the register, unless they are there. */
    void register(Applicant applicant, AreaCode area, String command) {
        if (applicant.known() == null) {
            register.registerAll(
                    List.of(new NewPerson(applicant.number(), applicant.name(), area)), Enrolling.ITEM + "/" + command);
        }
    }

    private static ProblemException notYours(String field) {
        return Problem.of(422, field + "-not-yours", "this is another person's " + field)
                .at(field)
                .exception();
    }
}
