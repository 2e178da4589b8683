package org.nxsi.enrollment.resident;

import org.nxsi.enrollment.assessment.Ground;
import org.nxsi.enrollment.assessment.Parts;
import org.nxsi.enrollment.assessment.SchemeTotal;
import org.nxsi.platform.money.Fen;

/**
 * What a year at a grade is made of: all of it goes to the account (国发〔2014〕8号), the person's part once it is paid and the
 * government's with it.
 *
 * @param grade what the year costs, by whomever it is paid
 * @param governmentPays of the grade, in the place of a person of a special group
 * @param subsidy what the government adds to the grade
 */
record YearAmounts(Fen grade, Fen governmentPays, Fen subsidy) {

    /** @throws IllegalArgumentException for less than nothing, or a government that pays more than the grade */
    YearAmounts {
        if (governmentPays.isNegative() || subsidy.isNegative() || governmentPays.compareTo(grade) > 0) {
            throw new IllegalArgumentException("of a grade of " + grade + " the government pays " + governmentPays);
        }
    }

    /** What a sheet says that was issued before. */
    static YearAmounts of(SchemeTotal total) {
        Fen pays = total.base().minus(total.person());
        return new YearAmounts(total.base(), pays, total.government().minus(pays));
    }

    /** What the person owes. */
    Fen payable() {
        return grade.minus(governmentPays);
    }

    /** What the government owes; nobody else is charged with it. */
    Fen government() {
        return governmentPays.plus(subsidy);
    }

    /** What the account gets. */
    Fen account() {
        return grade.plus(subsidy);
    }

    Parts parts(Ground ground) {
        return new Parts(grade, Fen.ZERO, payable(), account(), government(), Fen.ZERO, ground.name());
    }
}
