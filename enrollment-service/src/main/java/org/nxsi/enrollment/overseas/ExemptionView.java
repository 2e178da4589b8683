package org.nxsi.enrollment.overseas;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.application.CaseView;
import org.nxsi.enrollment.assessment.SheetView;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.identity.PersonId;

/**
 * An application as answers show it.
 *
 * @param certificate absent until it is issued
 * @param policy what says that there is an agreement, and how sure that is
 * @param person of what staff see
 * @param proposal of what staff see: waits for a second person
 */
record ExemptionView(
        String number,
        Scheme scheme,
        String country,
        String agreement,
        CreditCode employer,
        @Nullable String host,
        LocalDate from,
        LocalDate to,
        Exemption.@Nullable Certificate certificate,
        SheetView.Policy policy,
        CaseView application,
        @Nullable PersonId person,
        Exemption.@Nullable Proposal proposal) {

    static ExemptionView own(Exemption exemption, LocalDate today) {
        return of(exemption, CaseView.own(exemption.file(), today), false);
    }

    static ExemptionView staff(Exemption exemption, LocalDate today) {
        return of(exemption, CaseView.staff(exemption.file(), today), true);
    }

    private static ExemptionView of(Exemption exemption, CaseView application, boolean staff) {
        Stay stay = exemption.stay();
        return new ExemptionView(
                exemption.number(),
                exemption.scheme(),
                stay.country(),
                exemption.agreement(),
                stay.employer(),
                stay.host(),
                stay.from(),
                stay.to(),
                exemption.certificate(),
                SheetView.Policy.of(exemption.policy()),
                application,
                staff ? exemption.person() : null,
                staff ? exemption.proposal() : null);
    }
}
