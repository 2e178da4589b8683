package org.nxsi.enrollment.resident;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.application.CaseView;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.BankAccount;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/**
 * An application to be enrolled.
 *
 * @param person in what staff see; absent in what applicants see
 * @param from first month of the relation, once it is approved
 * @param year for which the grade is chosen
 * @param account masked
 * @param accountLooksLikeCard false is worth a second look where a card was meant; it refuses nothing
 * @param decidedByItself whether no person had to look at it
 */
record EnrollmentView(
        String number,
        @Nullable String person,
        AreaCode area,
        String areaName,
        Month from,
        int year,
        Fen grade,
        String account,
        boolean accountLooksLikeCard,
        @Nullable String householdProof,
        @Nullable Integer yearsToMakeUp,
        List<Checked> toCheck,
        @Nullable Late late,
        boolean decidedByItself,
        CaseView application) {

    private static final String PUT_OFF = "宁人社办发〔2020〕2号 第七条";

    /** What people have to look at. */
    record Checked(Enrollment.Check check, String title) {}

    /** That it came after the last day, and is accepted all the same. */
    record Late(LocalDate dueOn, String period, String clause) {}

    static EnrollmentView own(Enrollment enrollment, LocalDate today) {
        return of(enrollment, null, CaseView.own(enrollment.file(), today));
    }

    static EnrollmentView staff(Enrollment enrollment, LocalDate today) {
        return of(enrollment, enrollment.file().applicant(), CaseView.staff(enrollment.file(), today));
    }

    private static EnrollmentView of(Enrollment enrollment, @Nullable String person, CaseView application) {
        BankAccount account = BankAccount.parse(enrollment.account());
        Enrollment.Late late = enrollment.late();
        Enrollment.Verdict verdict = enrollment.verdict();
        return new EnrollmentView(
                enrollment.number(),
                person,
                enrollment.area(),
                enrollment.area().fullName(),
                enrollment.from(),
                enrollment.year(),
                enrollment.grade(),
                account.masked(),
                account.looksLikeCard(),
                enrollment.householdProof(),
                enrollment.yearsToMakeUp(),
                enrollment.toCheck().stream()
                        .map(each -> new Checked(each, each.title()))
                        .toList(),
                late == null ? null : new Late(late.dueOn(), late.period(), PUT_OFF),
                verdict != null && verdict.by().equals(Enrolling.SYSTEM),
                application);
    }
}
