package org.nxsi.enrollment.application;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.policy.PolicyData;
import org.nxsi.platform.policy.PolicyUnknown;
import org.nxsi.platform.policy.PolicyValue;
import org.nxsi.platform.policy.PolicyVersion;
import org.springframework.stereotype.Component;

/**
 * In how many working days a decision is promised (承诺时限): the agency's published time where it is known, else the
 * legal one (法定时限).
 */
@Component
public class Promise {

    private static final String REGISTRATION = "case.promised_days_registration";
    private static final String LEGAL = "case.legal_days";
    private static final String ANY_OTHER = "other";

    private static final Set<String> REGISTRATIONS =
            Set.of("employer-registration", "employer-profile", "employee-relations", "resident-enrollment");

    private final PolicyData policies;

    Promise(PolicyData policies) {
        this.policies = policies;
    }

    /**
     * A promised time and what it rests on.
     *
     * @param days working days
     */
    public record Promised(int days, PolicyVersion version) {}

    /** Working days. @param item the catalogue's key, such as {@code transfer-application} */
    public int days(String item, AreaCode area, LocalDate on) {
        return of(item, area, on).days();
    }

    /** The same with the document that says it. */
    public Promised of(String item, AreaCode area, LocalDate on) {
        if (REGISTRATIONS.contains(item)) {
            try {
                PolicyValue published = policies.find(REGISTRATION, area, PolicyData.ALL_SCHEMES, on);
                return new Promised(published.integer(), published.version());
            } catch (PolicyUnknown notPublished) {
                return legal(item, area, on);
            }
        }
        return legal(item, area, on);
    }

    private Promised legal(String item, AreaCode area, LocalDate on) {
        PolicyValue legal = policies.find(LEGAL, area, PolicyData.ALL_SCHEMES, on);
        BigDecimal own = legal.table().get(item);
        return new Promised((own == null ? legal.row(ANY_OTHER) : own).intValueExact(), legal.version());
    }
}
