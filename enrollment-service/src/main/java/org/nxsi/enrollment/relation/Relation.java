package org.nxsi.enrollment.relation;

import java.util.List;
import java.util.Optional;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Month;

/**
 * An insured relation (参保关系): one person under one scheme by one payer, with the months it covers.
 *
 * @param area where insured (参保地)
 * @param spells in order, without overlap; at least one
 */
public record Relation(PersonId person, Scheme scheme, Payer payer, AreaCode area, List<Spell> spells) {

    /** @throws IllegalArgumentException if its spells are none, out of order or overlapping */
    public Relation {
        if (spells.isEmpty()) {
            throw new IllegalArgumentException("a relation has a spell at least");
        }
        for (int i = 1; i < spells.size(); i++) {
            Month before = spells.get(i - 1).to();
            if (before == null || !before.isBefore(spells.get(i).from())) {
                throw new IllegalArgumentException("spells out of order in the relation of " + payer);
            }
        }
        spells = List.copyOf(spells);
    }

    /** Its name for ever: {@code <person>|<scheme>|<payer>}. */
    public String id() {
        return person + "|" + scheme.code() + "|" + payer;
    }

    public boolean covers(Month month) {
        return spells.stream().anyMatch(spell -> spell.covers(month));
    }

    /** How many months it covers, up to and with a month. */
    public int monthsUntil(Month month) {
        int months = 0;
        for (Spell each : spells) {
            Month to = each.to() == null || each.to().isAfter(month) ? month : each.to();
            months += Math.max(0, each.from().until(to) + 1);
        }
        return months;
    }

    /** How contributions stand in a month; empty before the first. */
    public Optional<ContributionState> stateIn(Month month) {
        ContributionState state = null;
        for (Spell each : spells) {
            if (each.covers(month)) {
                return Optional.of(ContributionState.PAYING);
            }
            StopReason reason = each.reason();
            if (reason != null && each.from().isBefore(month)) {
                state = reason.leadsTo();
            }
        }
        return Optional.ofNullable(state);
    }
}
