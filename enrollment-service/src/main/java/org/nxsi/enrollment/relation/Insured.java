package org.nxsi.enrollment.relation;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.PersonId;

/** A person and the schemes under which a payer insures them in a month. */
public record Insured(PersonId person, Set<Scheme> schemes) {

    public Insured {
        schemes = Collections.unmodifiableSet(new TreeSet<>(schemes));
    }
}
