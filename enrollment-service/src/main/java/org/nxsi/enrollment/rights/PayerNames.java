package org.nxsi.enrollment.rights;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.nxsi.enrollment.employer.Employer;
import org.nxsi.enrollment.employer.Employers;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.platform.identity.CreditCode;
import org.springframework.stereotype.Component;

/** What people call those who pay. */
@Component
class PayerNames {

    private static final int CREDIT_CODE_LENGTH = 18;

    private final Employers employers;

    PayerNames(Employers employers) {
        this.employers = employers;
    }

    /** Of all payers of some records; they are a handful. */
    Map<Payer, String> of(Collection<SchemeRecord> schemes) {
        Map<Payer, String> names = new HashMap<>();
        for (SchemeRecord scheme : schemes) {
            for (RecordMonth month : scheme.months()) {
                month.payers().forEach(each -> names.computeIfAbsent(each.payer(), this::nameOf));
            }
        }
        return names;
    }

    private String nameOf(Payer payer) {
        return switch (payer.kind()) {
            case EMPLOYER -> employer(payer.id());
            case PROJECT ->
                employer(payer.id().substring(0, CREDIT_CODE_LENGTH)) + "（工程项目"
                        + payer.id().substring(CREDIT_CODE_LENGTH + 1) + "）";
            case FLEXIBLE_WORKER -> "灵活就业人员";
            case RESIDENT -> "城乡居民";
        };
    }

    private String employer(String code) {
        return employers.find(CreditCode.parse(code)).map(Employer::name).orElse(code);
    }
}
