package org.nxsi.enrollment.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.policy.PolicyUnknown;
import org.nxsi.platform.policy.PolicyValue;
import org.nxsi.platform.policy.PolicyVersion;

/**
 * What an employer owes who declared nothing: 110 % of what it paid the month before, until it declares (社会保险法
 * 第六十二条).
 *
 * <p>The law speaks of the unit's amount (单位上月缴费额), so that each scheme's sums are taken, the employer's and the
 * persons', and no person gets a line: what each of them earned nobody has said. Last month's sum counts before relief; the
 * month's own relief is taken off afterwards. The declaration replaces all of it, and the difference is settled.
 *
 * @param whole by scheme
 */
record Undeclared(Map<Scheme, Parts> whole, List<PolicyVersion> versions) {

    private static final String RATIO = "contribution.undeclared_ratio";

    /** @throws PolicyUnknown if ratio or relief are not known */
    static Undeclared after(AssessmentSheet monthBefore, EmployerRates rates) {
        PolicyReading read = rates.read();
        PolicyValue ratio = read.find(RATIO);
        Map<Scheme, Parts> whole = new EnumMap<>(Scheme.class);
        for (SchemeTotal total : monthBefore.totals()) {
            whole.put(total.scheme(), parts(total, ratio.decimal(), rates.exempt(total.scheme(), read)));
        }
        return new Undeclared(whole, new ArrayList<>(read.versions()));
    }

    private static Parts parts(SchemeTotal total, BigDecimal ratio, BigDecimal exempt) {
        Fen full = Rates.times(total.employer().plus(total.exempted()), ratio);
        Fen exempted = Rates.times(full, exempt);
        return new Parts(
                Fen.ZERO,
                full.minus(exempted),
                Rates.times(total.person(), ratio),
                Fen.ZERO,
                Fen.ZERO,
                exempted,
                Ground.UNDECLARED.name());
    }
}
