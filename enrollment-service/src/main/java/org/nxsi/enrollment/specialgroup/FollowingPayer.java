package org.nxsi.enrollment.specialgroup;

import org.nxsi.platform.identity.PersonId;

/** Whoever assesses residents follows when another pays for a year, or nobody does any more. */
public interface FollowingPayer {

    /**
     * The year's labels are others now. Called once they stand, and again after a failure.
     *
     * @param cause names the change; the same at a repetition
     */
    void payerChanged(PersonId person, int year, String cause);
}
