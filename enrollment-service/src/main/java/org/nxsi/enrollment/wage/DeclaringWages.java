package org.nxsi.enrollment.wage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.relation.StartingWages;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import org.springframework.stereotype.Component;

/** Keeps wages as they are declared, in bulk: each declaration once, and none that says what holds already. */
@Component
class DeclaringWages implements StartingWages {

    /** Others who declare for the same persons at the same time: so often is looked again. */
    private static final int ATTEMPTS = 10;

    private final Wages wages;

    DeclaringWages(Wages wages) {
        this.wages = wages;
    }

    /**
     * A wage to be kept.
     *
     * @param declaration its own name for ever: a repetition is known by it
     */
    record Declaration(PersonId person, Month from, Fen wage, String declaration) {}

    /** What became of a declaration. */
    enum Kept {
        DONE,
        /** This wage holds from this month on already. */
        ALREADY_SO,
        /** {@value DeclaredWages#MOST_ENTRIES} declarations for the person stand there. */
        FULL
    }

    @Override
    public void declare(CreditCode employer, String declaration, String by, LocalDate on, List<Starting> told) {
        List<Declaration> all = told.stream()
                .map(each -> new Declaration(each.person(), each.from(), each.wage(), declaration + "/" + each.from()))
                .toList();
        keep(employer, by, on, all);
    }

    /** @return in their order what became of each */
    List<Kept> keep(CreditCode employer, String by, LocalDate on, List<Declaration> all) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Map<PersonId, DeclaredWages> standing =
                    wages.find(employer, all.stream().map(Declaration::person).toList());
            Map<PersonId, DeclaredWages> next = new LinkedHashMap<>();
            List<Kept> kept = new ArrayList<>(all.size());
            Map<PersonId, DeclaredWages> now = new HashMap<>(standing);
            for (Declaration each : all) {
                DeclaredWages before = now.get(each.person());
                WageEntry entry = new WageEntry(each.from(), each.wage(), each.declaration(), on, by);
                Kept result = judge(before, entry);
                kept.add(result);
                if (result == Kept.DONE && (before == null || !before.has(entry.declaration()))) {
                    DeclaredWages after =
                            before == null ? DeclaredWages.first(employer, each.person(), entry) : before.with(entry);
                    now.put(each.person(), after);
                    next.put(each.person(), after);
                }
            }
            if (next.isEmpty() || wages.replace(standing, next.values())) {
                return kept;
            }
        }
        throw new IllegalStateException("declarations of " + employer + " met others " + ATTEMPTS + " times");
    }

    private static Kept judge(@Nullable DeclaredWages before, WageEntry entry) {
        if (before == null || before.has(entry.declaration())) {
            return Kept.DONE;
        }
        Optional<Declared> holding = before.in(entry.from());
        boolean same = holding.filter(
                        each -> each.from().equals(entry.from()) && each.wage().equals(entry.wage()))
                .isPresent();
        if (same) {
            return Kept.ALREADY_SO;
        }
        return before.entries().size() >= DeclaredWages.MOST_ENTRIES ? Kept.FULL : Kept.DONE;
    }
}
