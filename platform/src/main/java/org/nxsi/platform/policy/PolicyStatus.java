package org.nxsi.platform.policy;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How sure a value is. */
public enum PolicyStatus {
    /** The document's own words or agreeing copies of them were read. */
    OFFICIAL,
    /** Holds until the document that settles it appears. */
    PROVISIONAL,
    /** From third parties or general knowledge: to be confirmed before money depends on it. */
    UNVERIFIED,
    /** Made up for demonstrations and tests; never for real decisions. */
    SAMPLE;

    /** The notation in policy files: lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static @Nullable PolicyStatus ofCode(String code) {
        return Arrays.stream(values())
                .filter(status -> status.code().equals(code))
                .findFirst()
                .orElse(null);
    }
}
