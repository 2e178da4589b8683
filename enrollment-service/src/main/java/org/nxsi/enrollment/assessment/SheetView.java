package org.nxsi.enrollment.assessment;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.policy.PolicyStatus;
import org.nxsi.platform.policy.PolicyVersion;

/**
 * A sheet (核定单) as answers show it.
 *
 * @param owed what the payer has to pay in all, occupational annuity apart
 * @param difference to the revision before (结算); positive is to be paid after
 * @param annuity beside all schemes; absent where there is none
 * @param policies what it rests on; a sample is shown as one
 */
public record SheetView(
        String number,
        Payer payer,
        Month month,
        AreaCode area,
        int revision,
        Ground ground,
        String groundTitle,
        LocalDate issuedOn,
        LocalDate dueDate,
        int persons,
        Fen owed,
        Fen difference,
        List<Total> schemes,
        @Nullable AnnuityTotal annuity,
        List<NotAssessed> notAssessed,
        List<Revision> revisions,
        List<Policy> policies) {

    /** The sum under a scheme. */
    public record Total(
            Scheme scheme,
            String schemeName,
            int persons,
            Fen base,
            Fen employer,
            Fen person,
            Fen account,
            Fen government,
            Fen exempted,
            Fen owed) {

        static Total of(SchemeTotal total) {
            return new Total(
                    total.scheme(),
                    total.scheme().title(),
                    total.persons(),
                    total.base(),
                    total.employer(),
                    total.person(),
                    total.account(),
                    total.government(),
                    total.exempted(),
                    total.owed());
        }
    }

    /** Calculated beside the schemes; this service does not collect it. */
    public record AnnuityTotal(Fen base, Fen employer, Fen person, boolean collectedHere) {}

    /** An earlier state of the sheet, or this one. */
    public record Revision(int revision, Ground ground, LocalDate on, Fen owed, Fen difference) {}

    /** A policy as answers name it. */
    public record Policy(String key, @Nullable String docNo, PolicyStatus status, LocalDate validFrom) {

        public static Policy of(PolicyVersion version) {
            return new Policy(version.key(), version.docNo(), version.status(), version.validFrom());
        }
    }

    public static SheetView of(AssessmentSheet sheet) {
        Annuity annuity = sheet.annuity();
        return new SheetView(
                sheet.number(),
                sheet.payer(),
                sheet.month(),
                sheet.area(),
                sheet.revision(),
                sheet.ground(),
                sheet.ground().title(),
                sheet.issuedOn(),
                sheet.dueDate(),
                sheet.persons(),
                sheet.owed(),
                sheet.history().getLast().difference(),
                sheet.totals().stream().map(Total::of).toList(),
                annuity == null ? null : new AnnuityTotal(annuity.base(), annuity.employer(), annuity.person(), false),
                sheet.notAssessed(),
                sheet.history().stream()
                        .map(issue -> new Revision(
                                issue.revision(), issue.ground(), issue.on(), issue.owed(), issue.difference()))
                        .toList(),
                sheet.policies().stream().map(Policy::of).toList());
    }
}
