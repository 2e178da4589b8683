package org.nxsi.enrollment.relation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Month;

/**
 * A relation as answers show it.
 *
 * @param state of contributions in the month that is asked about, list AAC031; absent before the first month
 * @param monthsInsured up to that month
 */
public record RelationView(
        Scheme scheme,
        String schemeName,
        Payer payer,
        AreaCode area,
        String areaName,
        @Nullable String state,
        @Nullable String stateName,
        int monthsInsured,
        List<SpellView> spells) {

    /** @param reasonCode of list AAE160; absent where it is not known */
    public record SpellView(
            Month from,
            @Nullable Month to,
            @Nullable LocalDate hiredOn,
            @Nullable String reason,
            @Nullable String reasonCode) {

        static SpellView of(Spell spell) {
            StopReason reason = spell.reason();
            return new SpellView(
                    spell.from(),
                    spell.to(),
                    spell.hiredOn(),
                    reason == null ? null : reason.title(),
                    reason == null ? null : reason.code());
        }
    }

    public static RelationView of(Relation relation, Month month) {
        ContributionState state = relation.stateIn(month).orElse(null);
        return new RelationView(
                relation.scheme(),
                relation.scheme().title(),
                relation.payer(),
                relation.area(),
                relation.area().fullName(),
                state == null ? null : state.code(),
                state == null ? null : state.title(),
                relation.monthsUntil(month),
                relation.spells().stream().map(SpellView::of).toList());
    }
}
