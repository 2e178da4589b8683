package org.nxsi.deferral.postponement;

import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;
import org.springframework.stereotype.Component;

/** The postponements that a member of staff may see: those of the agency's area, and no others exist for them. */
@Component
public class PostponementsSeen {

    private final Postponements postponements;

    PostponementsSeen(Postponements postponements) {
        this.postponements = postponements;
    }

    /** @throws ProblemException as {@link #seenBy}; 409 {@code postponement-not-there} unless it is approved */
    public Postponement approvedSeenBy(Caller caller, String id) {
        Postponement found = seenBy(caller, id);
        if (found.state() != Postponement.State.APPROVED) {
            throw Problem.conflict("postponement-not-there", "it is " + found.state() + ", not approved")
                    .with("state", found.state())
                    .exception();
        }
        return found;
    }

    /** @throws ProblemException 404 {@code postponement-unknown} */
    Postponement seenBy(Caller caller, String id) {
        AreaCode own = caller.requireAgency();
        Postponement found = postponements.byId(id);
        if (found == null || !own.contains(AreaCode.parse(found.area()))) {
            throw Problem.notFound("postponement-unknown", "no such postponement in the area of " + own)
                    .exception();
        }
        return found;
    }
}
