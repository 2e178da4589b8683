package org.nxsi.enrollment.specialgroup;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.application.CaseView;
import org.nxsi.platform.policy.PolicyStatus;

/**
 * A person's labels of a year.
 *
 * @param person in what staff see; absent in what applicants see
 * @param payer the one label that pays; absent where none does
 * @param corrections in what staff see
 */
record GroupView(
        @Nullable String person,
        int year,
        String area,
        List<ConfirmedLabel> labels,
        @Nullable Payer payer,
        List<DeclarationView> declarations,
        List<CorrectionView> corrections) {

    /** A label that stands. @param source number of the case, or reference of the list */
    record ConfirmedLabel(Label label, String title, String source, LocalDate on) {}

    /** Because of which label the government pays, and what says so. */
    record Payer(Label label, String title, String rule, PolicyStatus status) {}

    record DeclarationView(
            String number,
            Label label,
            String title,
            @Nullable String proof,
            @Nullable Boolean wouldApprove,
            CaseView application) {

        static DeclarationView of(Declaration declared, LocalDate today, boolean staff) {
            Declaration.Proposal proposal = declared.proposal();
            return new DeclarationView(
                    declared.number(),
                    declared.label(),
                    declared.label().title(),
                    declared.proof(),
                    staff && proposal != null ? proposal.approve() : null,
                    staff ? CaseView.staff(declared.file(), today) : CaseView.own(declared.file(), today));
        }
    }

    record CorrectionView(
            String id,
            Label label,
            boolean confirm,
            List<Label> before,
            List<Label> after,
            String reason,
            String proof,
            String by,
            LocalDate on,
            @Nullable String confirmedBy,
            @Nullable LocalDate confirmedOn) {

        static CorrectionView of(Correction each) {
            return new CorrectionView(
                    each.id(),
                    each.label(),
                    each.confirm(),
                    each.before(),
                    each.after(),
                    each.reason(),
                    each.proof(),
                    each.by(),
                    each.on(),
                    each.confirmedBy(),
                    each.confirmedOn());
        }
    }

    static GroupView own(GroupYear year, @Nullable PaidBy paidBy, LocalDate today) {
        return of(year, paidBy, today, false);
    }

    static GroupView staff(GroupYear year, @Nullable PaidBy paidBy, LocalDate today) {
        return of(year, paidBy, today, true);
    }

    private static GroupView of(GroupYear year, @Nullable PaidBy paidBy, LocalDate today, boolean staff) {
        return new GroupView(
                staff ? year.person().value() : null,
                year.year(),
                year.area().code(),
                year.confirmed().stream()
                        .map(each ->
                                new ConfirmedLabel(each.label(), each.label().title(), each.source(), each.on()))
                        .toList(),
                paidBy == null
                        ? null
                        : new Payer(
                                paidBy.label(),
                                paidBy.label().title(),
                                paidBy.restsOn().key(),
                                paidBy.restsOn().status()),
                year.declarations().reversed().stream()
                        .map(each -> DeclarationView.of(each, today, staff))
                        .toList(),
                staff ? year.corrections().stream().map(CorrectionView::of).toList() : List.of());
    }
}
