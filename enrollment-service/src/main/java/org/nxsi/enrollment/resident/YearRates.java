package org.nxsi.enrollment.resident;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.enrollment.specialgroup.Label;
import org.nxsi.enrollment.specialgroup.PaidBy;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.policy.PolicyData;
import org.nxsi.platform.policy.PolicyUnknown;
import org.nxsi.platform.policy.PolicyValue;
import org.nxsi.platform.policy.PolicyVersion;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;

/**
 * The policies that a year is reckoned with, read as of the day on which that year falls due by normal rules, whenever it is
 * assessed.
 */
final class YearRates {

    private static final String SUBSIDIES = "resident.subsidies";
    private static final String MAKE_UP = "resident.make_up_subsidy";
    private static final String FOR_POOR = "resident.paid_grade_for_poor";
    private static final String FOR_DISABLED = "resident.paid_grade_for_disabled";

    private final PolicyData policies;
    private final AreaCode area;
    private final LocalDate on;
    private final List<PolicyVersion> versions = new ArrayList<>();

    YearRates(PolicyData policies, AreaCode area, LocalDate on) {
        this.policies = policies;
        this.area = area;
        this.on = on;
    }

    /**
     * What the year at a grade is made of. A year that is made up is the person's own money: the government neither pays
     * nor adds anything, unless a document says so.
     *
     * @param paidBy because of which group the government pays; null if it does not
     * @throws ProblemException 422 {@code grade-not-in-list}
     * @throws PolicyUnknown naming what is missing
     */
    YearAmounts amounts(Fen grade, boolean madeUp, @Nullable PaidBy paidBy) {
        Grades grades = Grades.of(policies, area, on);
        versions.add(grades.version());
        grades.require(grade);
        if (madeUp && !find(MAKE_UP).flag()) {
            return new YearAmounts(grade, Fen.ZERO, Fen.ZERO);
        }
        Fen pays = paidBy == null ? Fen.ZERO : paid(paidBy);
        return new YearAmounts(grade, pays.compareTo(grade) > 0 ? grade : pays, subsidy(grade));
    }

    /** What was read so far. */
    List<PolicyVersion> versions() {
        return List.copyOf(versions);
    }

    private Fen paid(PaidBy paidBy) {
        versions.add(paidBy.restsOn());
        return find(keyOf(paidBy.label())).amount();
    }

    private static String keyOf(Label label) {
        return switch (label) {
            case EXTREME_POVERTY, LOW_INCOME, REGISTERED_POOR -> FOR_POOR;
            case SEVERE_DISABILITY -> FOR_DISABLED;
        };
    }

    private Fen subsidy(Fen grade) {
        PolicyValue table = find(SUBSIDIES);
        BigDecimal row = table.table().get(grade.yuan().stripTrailingZeros().toPlainString());
        if (row == null) {
            throw Problem.of(422, "policy-unknown", "no subsidy is known for the grade of " + grade)
                    .with("policy", SUBSIDIES)
                    .with("region", area.code())
                    .exception();
        }
        return Grades.yuan(row);
    }

    private PolicyValue find(String key) {
        PolicyValue found = policies.find(key, area, Scheme.RESIDENT_PENSION.code(), on);
        versions.add(found.version());
        return found;
    }
}
