package org.nxsi.enrollment.assessment;

import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.money.Fen;

/**
 * The sum of a sheet's lines under one scheme.
 *
 * @param persons for how many something was assessed
 * @param base sum of the bases
 */
public record SchemeTotal(
        Scheme scheme, int persons, Fen base, Fen employer, Fen person, Fen account, Fen government, Fen exempted) {

    /** Nothing. */
    public static SchemeTotal none(Scheme scheme) {
        return new SchemeTotal(scheme, 0, Fen.ZERO, Fen.ZERO, Fen.ZERO, Fen.ZERO, Fen.ZERO, Fen.ZERO);
    }

    /** What is told of a payer as a whole, without lines. */
    static SchemeTotal whole(Scheme scheme, Parts parts) {
        return none(scheme).with(parts, 0);
    }

    SchemeTotal with(Parts parts) {
        return with(parts, parts.base().isZero() ? 0 : 1);
    }

    private SchemeTotal with(Parts parts, int more) {
        return new SchemeTotal(
                scheme,
                persons + more,
                base.plus(parts.base()),
                employer.plus(parts.employer()),
                person.plus(parts.person()),
                account.plus(parts.account()),
                government.plus(parts.government()),
                exempted.plus(parts.exempted()));
    }

    /** What the payer has to pay: both shares. */
    public Fen owed() {
        return employer.plus(person);
    }
}
