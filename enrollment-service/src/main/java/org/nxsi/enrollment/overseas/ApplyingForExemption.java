package org.nxsi.enrollment.overseas;

import java.util.List;
import java.util.Optional;
import org.nxsi.enrollment.application.CaseNumbers;
import org.nxsi.enrollment.application.Promise;
import org.nxsi.enrollment.employer.Employers;
import org.nxsi.enrollment.person.Known;
import org.nxsi.enrollment.person.PersonRegister;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.cases.CaseFile;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.policy.PolicyValue;
import org.nxsi.platform.web.Problem;
import org.springframework.stereotype.Component;

/** Takes in applications: one at a time of each person, decided where the employer is insured. */
@Component
class ApplyingForExemption {

    static final String ITEM = "overseas-exemption-application";

    private static final int MOST_OF_PERSON = 50;
    private static final int ATTEMPTS = 3;

    private final ExemptionFiles exemptions;
    private final PersonRegister register;
    private final Employers employers;
    private final Eligibility eligibility;
    private final CaseNumbers numbers;
    private final Promise promise;
    private final BusinessClock clock;

    ApplyingForExemption(
            ExemptionFiles exemptions,
            PersonRegister register,
            Employers employers,
            Eligibility eligibility,
            CaseNumbers numbers,
            Promise promise,
            BusinessClock clock) {
        this.exemptions = exemptions;
        this.register = register;
        this.employers = employers;
        this.eligibility = eligibility;
        this.numbers = numbers;
        this.promise = promise;
        this.clock = clock;
    }

    Exemption apply(PersonId asked, Stay stay, String command, String by) {
        Known person = register.require(asked);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<Exemption> before = exemptions.ofPersons(register.idsOf(person.id()));
            Optional<Exemption> repeated = before.stream()
                    .filter(each -> each.command().equals(command))
                    .findFirst();
            if (repeated.isPresent()) {
                return repeated.get();
            }
            refuseSecond(before);
            PolicyValue agreement = eligibility.agreement(stay);
            eligibility.require(person, stay);
            int n = before.stream()
                            .filter(each -> each.person().equals(person.id()))
                            .mapToInt(Exemption::n)
                            .max()
                            .orElse(0)
                    + 1;
            Exemption first = first(person.id(), n, stay, agreement, command, by);
            if (exemptions.add(first)) {
                return first;
            }
        }
        throw Problem.of(503, "exemption-busy", "others apply for the same person: try again")
                .exception();
    }

    private Exemption first(PersonId person, int n, Stay stay, PolicyValue agreement, String command, String by) {
        AreaCode area = employers.require(stay.employer()).area();
        CaseFile file = CaseFile.submitted(
                numbers.next(area, clock.today()),
                ITEM,
                person.value(),
                promise.days(ITEM, area, clock.today()),
                clock.today(),
                by);
        return new Exemption(
                Exemption.idOf(person, n),
                command,
                person,
                area,
                Scheme.EMPLOYEE_PENSION,
                stay,
                agreement.text(),
                agreement.version(),
                file,
                null,
                null,
                1);
    }

    private static void refuseSecond(List<Exemption> before) {
        before.stream().filter(Exemption::isOpen).findFirst().ifPresent(open -> {
            throw Problem.conflict("exemption-open", "另一项免缴证明申请正在办理")
                    .with("number", open.number())
                    .exception();
        });
        if (before.size() >= MOST_OF_PERSON) {
            throw Problem.conflict("exemption-history-full", "每人最多" + MOST_OF_PERSON + "项申请，请到窗口办理")
                    .exception();
        }
    }
}
