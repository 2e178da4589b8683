package org.nxsi.pension.instruction;

import org.nxsi.pension.beneficiary.BenefitComponents;
import org.nxsi.platform.money.Fen;

/** So many instructions, so much money, and what it is made of. */
public record Totals(long count, BenefitComponents parts) {

    public static final Totals NONE = new Totals(0, new BenefitComponents(Fen.ZERO, Fen.ZERO, Fen.ZERO, Fen.ZERO));

    public Fen amount() {
        return parts.total();
    }

    public Totals plus(Totals other) {
        return new Totals(
                count + other.count,
                new BenefitComponents(
                        parts.basic().plus(other.parts.basic()),
                        parts.personalAccount().plus(other.parts.personalAccount()),
                        parts.transitional().plus(other.parts.transitional()),
                        parts.subsidy().plus(other.parts.subsidy())));
    }
}
