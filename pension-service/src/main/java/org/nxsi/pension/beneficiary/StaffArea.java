package org.nxsi.pension.beneficiary;

import java.util.List;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;

/**
 * The area that a member of staff works for, which bounds whom they may see and change.
 *
 * @param agency the agency's area
 */
public record StaffArea(AreaCode agency) {

    /** @throws ProblemException 403 {@code agency-unknown} if the token names no agency that is listed */
    public static StaffArea of(Caller caller) {
        if (AreaCode.check(caller.agency()) != null) {
            throw Problem.forbidden("agency-unknown", "this account belongs to no agency")
                    .exception();
        }
        return new StaffArea(AreaCode.parse(String.valueOf(caller.agency())));
    }

    /** Codes of all areas that lie in the agency's. */
    public List<String> areas() {
        return AreaCode.all().stream()
                .filter(agency::contains)
                .map(AreaCode::code)
                .toList();
    }

    /** Whether an area lies in the agency's. */
    public boolean covers(String area) {
        return agency.contains(AreaCode.parse(area));
    }
}
