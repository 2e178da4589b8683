package org.nxsi.platform.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.identity.AreaCode;

/**
 * Which version of a parameter was used. A decision stores the versions it rests on, so that it can be explained and
 * computed again.
 *
 * @param region where the value holds; an ancestor of the area asked for, or that area
 * @param scheme the scheme's code, or {@link PolicyData#ALL_SCHEMES}
 * @param publishedOn null where the day is not known
 * @param docNo the document's number, for example 国发〔2005〕38号; null where it is not known
 */
public record PolicyVersion(
        String key,
        AreaCode region,
        String scheme,
        LocalDate validFrom,
        @Nullable LocalDate publishedOn,
        @Nullable String docNo,
        PolicyStatus status) {}
