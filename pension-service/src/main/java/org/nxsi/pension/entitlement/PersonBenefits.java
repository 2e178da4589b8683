package org.nxsi.pension.entitlement;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.beneficiary.BeneficiaryStatus;
import org.nxsi.pension.beneficiary.Scheme;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/** The answers to a person's queries. */
final class PersonBenefits {

    private PersonBenefits() {}

    /** 定期待遇构成: what the benefit of a month is made of. */
    record Composition(Month month, List<Parts> benefits, Fen total) {}

    /** @param clause the rule that names these parts */
    record Parts(
            Scheme scheme,
            String schemeName,
            Fen basic,
            Fen personalAccount,
            Fen transitional,
            Fen subsidy,
            Fen total,
            String clause) {}

    /** 定期待遇审批: what was decided, as far as it is on record. */
    record Approval(List<Decision> benefits) {}

    record Decision(
            Scheme scheme,
            String schemeName,
            Month entitledFrom,
            BeneficiaryStatus status,
            Fen amount,
            LocalDate certifiedUntil,
            boolean certificationOverdue,
            @Nullable String clause,
            @Nullable String remark) {}

    /** 发放: what was paid in some months. */
    record Payments(Month from, Month to, List<PaymentLine> payments) {}
}
