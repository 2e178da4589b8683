package org.nxsi.enrollment.assessment;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.person.Known;
import org.nxsi.platform.identity.Masking;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Fen;

/**
 * A person's line of a sheet, masked.
 *
 * @param name absent where the register does not know the person
 * @param parts by scheme
 */
record LineView(
        PersonId person,
        @Nullable String name,
        @Nullable String socialNumber,
        Map<String, Owed> parts,
        @Nullable Annuity annuity) {

    /** What is owed under a scheme. */
    record Owed(Fen base, Fen employer, Fen person, Fen account, Fen government, Fen exempted) {}

    static LineView of(AssessedMonth line, @Nullable Known known) {
        Map<String, Owed> parts = new TreeMap<>();
        line.parts()
                .forEach((scheme, each) -> parts.put(
                        scheme,
                        new Owed(
                                each.base(),
                                each.employer(),
                                each.person(),
                                each.account(),
                                each.government(),
                                each.exempted())));
        return new LineView(
                line.person(),
                known == null ? null : Masking.name(known.name().value()),
                known == null ? null : Masking.socialNumber(known.number().value()),
                parts,
                line.annuity());
    }
}
