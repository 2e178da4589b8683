package org.nxsi.pension.beneficiary;

import java.time.LocalDate;
import org.nxsi.platform.identity.Masking;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/** A benefit as staff see it. */
record BeneficiaryView(
        Scheme scheme,
        String schemeName,
        String number,
        String name,
        String area,
        Month entitledFrom,
        Fen basic,
        Fen personalAccount,
        Fen transitional,
        Fen subsidy,
        Fen total,
        String bank,
        String account,
        String holder,
        LocalDate certifiedUntil,
        BeneficiaryStatus status,
        long version) {

    static BeneficiaryView full(Beneficiary beneficiary) {
        BenefitComponents parts = beneficiary.components();
        return new BeneficiaryView(
                beneficiary.scheme(),
                beneficiary.scheme().title(),
                beneficiary.number(),
                beneficiary.name(),
                beneficiary.area(),
                beneficiary.entitledFrom(),
                parts.basic(),
                parts.personalAccount(),
                parts.transitional(),
                parts.subsidy(),
                parts.total(),
                beneficiary.account().bank(),
                beneficiary.account().number(),
                beneficiary.account().holder(),
                beneficiary.certifiedUntil(),
                beneficiary.status(),
                beneficiary.version());
    }

    static BeneficiaryView masked(Beneficiary beneficiary) {
        PayeeAccount account = beneficiary.account();
        return full(new Beneficiary(
                beneficiary.id(),
                beneficiary.payee(),
                Masking.socialNumber(beneficiary.number()),
                Masking.name(beneficiary.name()),
                beneficiary.area(),
                beneficiary.scheme(),
                beneficiary.entitledFrom(),
                beneficiary.components(),
                new PayeeAccount(account.bank(), Masking.bankAccount(account.number()), Masking.name(account.holder())),
                beneficiary.certifiedUntil(),
                beneficiary.status(),
                beneficiary.version()));
    }
}
