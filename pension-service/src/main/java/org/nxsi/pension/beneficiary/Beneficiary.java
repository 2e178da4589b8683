package org.nxsi.pension.beneficiary;

import java.time.LocalDate;
import org.bson.codecs.pojo.annotations.BsonId;
import org.nxsi.platform.identity.Masking;
import org.nxsi.platform.money.Month;

/**
 * A person's periodic benefit under one scheme.
 *
 * @param id {@code payee|scheme code}
 * @param payee opaque person id
 * @param number social-security number
 * @param name the person's name
 * @param area area code of the insured relation (参保地)
 * @param scheme the scheme that pays
 * @param entitledFrom first month of the benefit (待遇开始年月)
 * @param components parts of the monthly benefit
 * @param account where it is paid to
 * @param certifiedUntil last day of the certification in force (资格认证有效期)
 * @param status whether it is being paid
 * @param version grows by one with every change
 */
public record Beneficiary(
        @BsonId String id,
        String payee,
        String number,
        String name,
        String area,
        Scheme scheme,
        Month entitledFrom,
        BenefitComponents components,
        PayeeAccount account,
        LocalDate certifiedUntil,
        BeneficiaryStatus status,
        long version) {

    public static String idOf(String payee, Scheme scheme) {
        return payee + "|" + scheme.code();
    }

    /** Masked: a log line never shows the person. */
    @Override
    public String toString() {
        return "Beneficiary[" + id + " " + Masking.name(name) + " " + status + " v" + version + "]";
    }
}
