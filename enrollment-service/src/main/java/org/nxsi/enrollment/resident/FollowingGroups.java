package org.nxsi.enrollment.resident;

import org.nxsi.enrollment.specialgroup.FollowingPayer;
import org.nxsi.platform.identity.PersonId;
import org.springframework.stereotype.Component;

/** A year that is assessed follows the person's labels: what the government pays, the person does not owe. */
@Component
class FollowingGroups implements FollowingPayer {

    private final AssessingResident assessing;

    FollowingGroups(AssessingResident assessing) {
        this.assessing = assessing;
    }

    @Override
    public void payerChanged(PersonId person, int year, String cause) {
        assessing.followPayer(person, year, cause);
    }
}
