package org.nxsi.deferral.view;

import java.util.Arrays;
import java.util.List;
import org.nxsi.deferral.ledger.SubjectKind;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;
import org.nxsi.platform.web.Role;

/** As whom a caller stands in the ledger. */
public final class OwnSubjects {

    private OwnSubjects() {}

    /** @param id credit code of an employer, else the opaque person id */
    public record Subject(SubjectKind kind, String id) {}

    /**
     * A citizen, whatever the bureau knows them as.
     *
     * @throws ProblemException 403 unless the token is a citizen's and names a person
     */
    public static List<Subject> ofPerson(Caller caller) {
        caller.require(Role.CITIZEN);
        String person = caller.requirePersonId().value();
        return Arrays.stream(SubjectKind.values())
                .filter(SubjectKind::isPerson)
                .map(kind -> new Subject(kind, person))
                .toList();
    }

    /**
     * An agent, for the one employer that the token names.
     *
     * @throws ProblemException 403 unless the token is an agent's; {@code employer-unknown} where it names no employer
     */
    public static List<Subject> ofEmployer(Caller caller) {
        caller.require(Role.EMPLOYER_AGENT);
        if (CreditCode.check(caller.employer()) != null) {
            throw Problem.forbidden("employer-unknown", "this account acts for no employer")
                    .exception();
        }
        return List.of(new Subject(
                SubjectKind.EMPLOYER,
                CreditCode.parse(String.valueOf(caller.employer())).value()));
    }
}
