package org.nxsi.enrollment.wage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.employer.Employer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.policy.PolicyData;
import org.nxsi.platform.policy.PolicyStatus;
import org.nxsi.platform.policy.PolicyUnknown;
import org.nxsi.platform.policy.PolicyVersion;

/**
 * What an employer's wages are as bases of contributions, and between which limits. The limits of a month are read once. Where
 * they are not known a wage has no base yet, and what is missing is named.
 */
final class Bases {

    private final PolicyData policies;
    private final Employer employer;
    private final Map<Month, Map<Scheme, Known>> read = new HashMap<>();

    Bases(PolicyData policies, Employer employer) {
        this.policies = policies;
        this.employer = employer;
    }

    /** Either limits, or why there are none. */
    private record Known(
            @Nullable BaseLimits limits, @Nullable PolicyUnknown unknown) {}

    /**
     * The limits of a month.
     *
     * @param policy the parameter that is missing; absent where the limits are known
     * @param missing the document that would tell it
     */
    record Limits(
            Month month,
            Scheme scheme,
            @Nullable Fen lowest,
            @Nullable Fen highest,
            List<Policy> policies,
            @Nullable String policy,
            @Nullable String missing) {}

    /** A policy as answers name it; a sample is shown as one. */
    record Policy(String key, @Nullable String docNo, PolicyStatus status) {

        static Policy of(PolicyVersion version) {
            return new Policy(version.key(), version.docNo(), version.status());
        }
    }

    /** By the code of each scheme in which the employer takes part and whose limits are known. */
    Map<String, Fen> of(Month month, Fen wage) {
        Map<String, Fen> bases = new TreeMap<>();
        in(month).forEach((scheme, known) -> {
            if (known.limits() != null) {
                bases.put(scheme.code(), known.limits().clamp(wage));
            }
        });
        return bases;
    }

    List<Limits> limits(Set<Month> months) {
        List<Limits> all = new ArrayList<>();
        for (Month month : months) {
            in(month).forEach((scheme, known) -> all.add(limits(month, scheme, known)));
        }
        return all;
    }

    private static Limits limits(Month month, Scheme scheme, Known known) {
        BaseLimits limits = known.limits();
        PolicyUnknown unknown = known.unknown();
        return new Limits(
                month,
                scheme,
                limits == null ? null : limits.lowest(),
                limits == null ? null : limits.highest(),
                limits == null
                        ? List.of()
                        : new LinkedHashSet<>(limits.versions())
                                .stream().map(Policy::of).toList(),
                unknown == null ? null : unknown.key(),
                unknown == null ? null : unknown.missing());
    }

    private Map<Scheme, Known> in(Month month) {
        return read.computeIfAbsent(month, each -> {
            Map<Scheme, Known> known = new TreeMap<>();
            employer.schemesIn(each).forEach(scheme -> known.put(scheme, known(scheme, each)));
            return known;
        });
    }

    private Known known(Scheme scheme, Month month) {
        try {
            return new Known(BaseLimits.of(policies, employer.area(), scheme, month), null);
        } catch (PolicyUnknown unknown) {
            return new Known(null, unknown);
        }
    }
}
