package org.nxsi.local.month;

import org.nxsi.platform.money.Fen;

/**
 * What one fund needs at one bank, or what was allotted to it.
 *
 * @param scheme the fund (险种)
 * @param bank bank's code
 * @param advice the number of the treasury's advice; empty before there is one
 */
record FundLine(String scheme, String bank, Fen amount, String advice) {

    FundLine allotted(String number) {
        return new FundLine(scheme, bank, amount, number);
    }
}
