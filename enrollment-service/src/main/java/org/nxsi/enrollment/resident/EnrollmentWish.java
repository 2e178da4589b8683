package org.nxsi.enrollment.resident;

import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.assessment.Needed;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.BankAccount;
import org.nxsi.platform.identity.PersonName;
import org.nxsi.platform.identity.SocialNumber;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.web.Problem;

/**
 * What somebody says who wants to be enrolled.
 *
 * @param number needed of whom the bureau does not know yet, as is the name
 * @param householdArea county of the household (户籍)
 * @param householdProof reference of a paper that shows it; null where none is at hand
 * @param grade of this year
 * @param yearsToMakeUp of whoever is past the pension's age; null of others
 */
record EnrollmentWish(
        @Nullable SocialNumber number,
        @Nullable PersonName name,
        AreaCode householdArea,
        @Nullable String householdProof,
        Fen grade,
        BankAccount account,
        PersonName accountHolder,
        boolean student,
        @Nullable Integer yearsToMakeUp) {

    private static final int MOST_YEARS = 15;
    private static final int LONGEST_PROOF = 100;

    /** As it comes in. */
    record Wanted(
            @Nullable SocialNumber number,
            @Nullable PersonName name,
            @Nullable AreaCode householdArea,
            @Nullable String householdProof,
            @Nullable Fen grade,
            @Nullable BankAccount account,
            @Nullable PersonName accountHolder,
            @Nullable Boolean student,
            @Nullable Integer yearsToMakeUp) {

        EnrollmentWish checked() {
            AreaCode area = Needed.field(householdArea, "householdArea");
            if (!AreaCode.NINGXIA.contains(area) || area.level() != AreaCode.Level.COUNTY) {
                throw Problem.badRequest("area-not-a-county", "householdArea", "a county of Ningxia")
                        .exception();
            }
            Fen chosen = Needed.field(grade, "grade");
            if (!chosen.isPositive()) {
                throw Problem.badRequest("grade-not-positive", "grade", "a grade is more than nothing")
                        .exception();
            }
            if (yearsToMakeUp != null && (yearsToMakeUp < 1 || yearsToMakeUp > MOST_YEARS)) {
                throw Problem.badRequest("invalid-field", "yearsToMakeUp", "1 to " + MOST_YEARS)
                        .exception();
            }
            return new EnrollmentWish(
                    number,
                    name,
                    area,
                    proof(),
                    chosen,
                    Needed.field(account, "account"),
                    Needed.field(accountHolder, "accountHolder"),
                    Needed.field(student, "student"),
                    yearsToMakeUp);
        }

        private @Nullable String proof() {
            if (householdProof == null || householdProof.isBlank()) {
                return null;
            }
            String proof = householdProof.strip();
            if (proof.length() > LONGEST_PROOF || proof.chars().anyMatch(Character::isISOControl)) {
                throw Problem.badRequest("invalid-field", "householdProof", "at most " + LONGEST_PROOF + " characters")
                        .exception();
            }
            return proof;
        }
    }
}
