package org.nxsi.enrollment.assessment;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.money.Fen;

/** Adds up lines: sums of rounded parts, never a rate on a sum. */
final class Totals {

    private final Map<Scheme, SchemeTotal> schemes = new EnumMap<>(Scheme.class);
    private @Nullable Annuity annuity;
    private int persons;

    void add(AssessedMonth line) {
        line.parts().forEach((code, parts) -> {
            Scheme scheme = Scheme.parse(code);
            schemes.put(scheme, total(scheme).with(parts));
        });
        if (line.parts().values().stream().anyMatch(parts -> !parts.base().isZero())) {
            persons++;
        }
        Annuity more = line.annuity();
        if (more != null) {
            Annuity sofar = annuity == null ? new Annuity(Fen.ZERO, Fen.ZERO, Fen.ZERO) : annuity;
            annuity = new Annuity(
                    sofar.base().plus(more.base()),
                    sofar.employer().plus(more.employer()),
                    sofar.person().plus(more.person()));
        }
    }

    void addWhole(Scheme scheme, Parts parts) {
        schemes.put(scheme, SchemeTotal.whole(scheme, parts));
    }

    /** A scheme that is owed no more still has its total: of nothing. */
    void mention(Scheme scheme) {
        schemes.putIfAbsent(scheme, SchemeTotal.none(scheme));
    }

    List<SchemeTotal> schemes() {
        return List.copyOf(schemes.values());
    }

    @Nullable
    Annuity annuity() {
        return annuity;
    }

    int persons() {
        return persons;
    }

    private SchemeTotal total(Scheme scheme) {
        SchemeTotal sofar = schemes.get(scheme);
        return sofar == null ? SchemeTotal.none(scheme) : sofar;
    }
}
