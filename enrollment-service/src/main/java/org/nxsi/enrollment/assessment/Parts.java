package org.nxsi.enrollment.assessment;

import org.nxsi.platform.money.Fen;

/**
 * What is owed for one person, month and scheme. Every part is rounded to the fen by itself; sums are sums of these.
 *
 * @param base the base of contributions (缴费基数); the contract value of a project
 * @param employer what the employer owes, after relief
 * @param person what the person owes; with a flexible worker the whole
 * @param account what goes to the personal account when the money has come; part of {@code person} and, with residents,
 *     of {@code government}
 * @param government what the treasury adds or pays in the person's place; owed by no payer
 * @param exempted what relief (阶段性减免) takes off the employer's part; it shortens neither months nor account
 * @param kind the {@link Ground} by name
 */
public record Parts(Fen base, Fen employer, Fen person, Fen account, Fen government, Fen exempted, String kind) {

    /** @throws IllegalArgumentException for anything below zero */
    public Parts {
        if (base.isNegative()
                || employer.isNegative()
                || person.isNegative()
                || account.isNegative()
                || government.isNegative()
                || exempted.isNegative()) {
            throw new IllegalArgumentException("a part below zero");
        }
    }

    /** What a later revision leaves where something was assessed before. */
    static Parts none(Ground ground) {
        return new Parts(Fen.ZERO, Fen.ZERO, Fen.ZERO, Fen.ZERO, Fen.ZERO, Fen.ZERO, ground.name());
    }

    /** What the payer has to pay: both shares. */
    public Fen owed() {
        return employer.plus(person);
    }
}
