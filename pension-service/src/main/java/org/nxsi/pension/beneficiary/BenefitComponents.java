package org.nxsi.pension.beneficiary;

import org.nxsi.platform.money.Fen;

/**
 * What a monthly benefit is made of; none is negative.
 *
 * @param basic 基础养老金
 * @param personalAccount 个人账户养老金
 * @param transitional 过渡性养老金
 * @param subsidy 补贴
 */
public record BenefitComponents(Fen basic, Fen personalAccount, Fen transitional, Fen subsidy) {

    public BenefitComponents {
        if (basic.isNegative() || personalAccount.isNegative() || transitional.isNegative() || subsidy.isNegative()) {
            throw new IllegalArgumentException("a benefit component is never negative");
        }
    }

    /** The monthly benefit: the sum of the parts, each already in whole fen. */
    public Fen total() {
        return basic.plus(personalAccount).plus(transitional).plus(subsidy);
    }
}
