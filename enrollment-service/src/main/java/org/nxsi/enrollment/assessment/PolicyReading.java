package org.nxsi.enrollment.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.policy.PolicyData;
import org.nxsi.platform.policy.PolicyUnknown;
import org.nxsi.platform.policy.PolicyValue;
import org.nxsi.platform.policy.PolicyVersion;

/**
 * Reads the policies that hold for the contributions of a month, and remembers which versions it read. A past month is read
 * with that month's policies.
 */
public final class PolicyReading {

    private final PolicyData policies;
    private final AreaCode area;
    private final LocalDate day;
    private final List<PolicyVersion> versions = new ArrayList<>();

    public PolicyReading(PolicyData policies, AreaCode area, Month month) {
        this.policies = policies;
        this.area = area;
        this.day = month.firstDay();
    }

    /** @throws PolicyUnknown if it is not known */
    public PolicyValue find(String key, Scheme scheme) {
        return find(key, scheme.code());
    }

    /**
     * What holds for all schemes.
     *
     * @throws PolicyUnknown if it is not known
     */
    public PolicyValue find(String key) {
        return find(key, PolicyData.ALL_SCHEMES);
    }

    /**
     * What holds only for some time, such as a relief: empty where no document says anything.
     *
     * @throws PolicyUnknown if a document says something, and it is not known what
     */
    public Optional<PolicyValue> findTemporary(String key, Scheme scheme) {
        try {
            return Optional.of(find(key, scheme));
        } catch (PolicyUnknown unknown) {
            if (unknown.reason() == PolicyUnknown.Reason.NO_ENTRY) {
                return Optional.empty();
            }
            throw unknown;
        }
    }

    public List<PolicyVersion> versions() {
        return List.copyOf(versions);
    }

    private PolicyValue find(String key, String scheme) {
        PolicyValue found = policies.find(key, area, scheme, day);
        versions.add(found.version());
        return found;
    }
}
