package org.nxsi.deferral.view;

import org.jspecify.annotations.Nullable;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;

/** Which part of the ledger a member of staff may look through: the agency's area, or a part of it that is asked for. */
public final class SeenByStaff {

    private SeenByStaff() {}

    /** @throws ProblemException 403 {@code area-not-yours} */
    public static AreaCode within(Caller caller, @Nullable AreaCode wanted) {
        AreaCode own = caller.requireAgency();
        if (wanted != null && !own.contains(wanted)) {
            throw Problem.forbidden("area-not-yours", "this account's agency is " + own)
                    .at("region")
                    .exception();
        }
        return wanted == null ? own : wanted;
    }
}
