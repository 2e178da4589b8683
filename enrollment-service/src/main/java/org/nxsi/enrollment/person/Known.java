package org.nxsi.enrollment.person;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.identity.PersonName;
import org.nxsi.platform.identity.SocialNumber;

/**
 * A person as the other parts know them.
 *
 * @param id under which everything of the person is kept; after a merge that of the remaining one
 * @param area whose agency keeps the file
 * @param diedOn null of the living
 */
public record Known(
        PersonId id,
        SocialNumber number,
        PersonName name,
        AreaCode area,
        @Nullable LocalDate diedOn) {}
