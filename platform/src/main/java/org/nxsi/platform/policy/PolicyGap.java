package org.nxsi.platform.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.identity.AreaCode;

/**
 * A parameter whose value is not known for some time.
 *
 * @param validTo last day; null if open-ended
 * @param missing the document that would tell
 */
public record PolicyGap(
        String key,
        AreaCode region,
        String scheme,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String missing) {}
