package org.nxsi.enrollment.assessment;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.enrollment.wage.BaseLimits;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.policy.PolicyVersion;

/**
 * By what a scheme's parts are computed for one employer and month.
 *
 * @param employer the employer's rate before relief
 * @param person the person's rate; 0 where the employer alone pays
 * @param account share of the base that goes to the personal account; 0 where there is none
 * @param exempt share of the employer's part that relief takes off, 0 to 1
 * @param annuity rates of the occupational annuity; null where there is none
 * @param versions the policies that it rests on, those of the limits too
 */
record Rates(
        Scheme scheme,
        BaseLimits limits,
        BigDecimal employer,
        BigDecimal person,
        BigDecimal account,
        BigDecimal exempt,
        @Nullable AnnuityRates annuity,
        List<PolicyVersion> versions)
        implements Rating {

    /** What both sides pay to the annuity. */
    record AnnuityRates(BigDecimal employer, BigDecimal person) {}

    Rates {
        if (exempt.signum() < 0 || exempt.compareTo(BigDecimal.ONE) > 0 || account.compareTo(person) > 0) {
            throw new IllegalArgumentException("rates of " + scheme + ": exempt " + exempt + ", account " + account);
        }
        versions = List.copyOf(versions);
    }

    /** A person's parts for a monthly wage, each rounded to the fen by itself; relief is taken off the rounded part. */
    Parts parts(Fen wage, Ground ground) {
        Fen base = limits.clamp(wage);
        Fen full = times(base, employer);
        Fen exempted = times(full, exempt);
        return new Parts(
                base,
                full.minus(exempted),
                times(base, person),
                times(base, account),
                Fen.ZERO,
                exempted,
                ground.name());
    }

    /** A person's annuity for a monthly wage; null where the scheme has none. */
    @Nullable
    Annuity annuity(Fen wage) {
        if (annuity == null) {
            return null;
        }
        Fen base = limits.clamp(wage);
        return new Annuity(base, times(base, annuity.employer()), times(base, annuity.person()));
    }

    static Fen times(Fen amount, BigDecimal rate) {
        return Fen.rounded(amount.yuan().multiply(rate));
    }
}
