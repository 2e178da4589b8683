package org.nxsi.enrollment.assessment;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.PersonId;

/**
 * What is to be assessed for one person.
 *
 * @param parts one scheme at least
 * @param annuity null where there is none
 */
public record AssessedLine(
        PersonId person, Map<Scheme, Parts> parts, @Nullable Annuity annuity) {

    public AssessedLine {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a line of no scheme");
        }
        parts = Collections.unmodifiableMap(new EnumMap<>(parts));
    }

    public static AssessedLine of(PersonId person, Scheme scheme, Parts parts) {
        return new AssessedLine(person, Map.of(scheme, parts), null);
    }
}
