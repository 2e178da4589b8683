package org.nxsi.deferral.postponement;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.identity.IdentifierProblem;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.policy.PolicyData;
import org.nxsi.platform.policy.PolicyUnknown;
import org.nxsi.platform.policy.PolicyValue;

/** What an application must be like. Plain values in, plain values out. */
final class PostponementRule {

    static final String MONTHS = "contribution.postponed_months";

    private static final Pattern SCHEME = Pattern.compile("[1-9][0-9]{2}");
    private static final int MOST_SCHEMES = 8;
    private static final int LONGEST_TEXT = 200;

    private PostponementRule() {}

    /** As a clerk writes it. */
    record Wanted(
            @Nullable String employer,
            @Nullable AreaCode area,
            @Nullable Month from,
            @Nullable Month to,
            @Nullable List<String> schemes,
            @Nullable String docNo,
            @Nullable String reason) {}

    /** @param clause the document that refuses it, where one does */
    record Fault(
            String code,
            String field,
            String detail,
            @Nullable String clause) {

        private static Fault of(String code, String field, String detail) {
            return new Fault(code, field, detail, null);
        }
    }

    /**
     * @return null if nothing is wrong
     * @throws PolicyUnknown if nobody knows how many months of a scheme may be postponed
     */
    static @Nullable Fault fault(Wanted wanted, PolicyData policies) {
        IdentifierProblem employer = CreditCode.check(wanted.employer());
        if (employer != null) {
            return Fault.of(employer.code(), "employer", employer.text());
        }
        if (wanted.area() == null) {
            return Fault.of("missing-field", "area", "which agency has the employer?");
        }
        if (wanted.from() == null || wanted.to() == null) {
            return Fault.of("missing-field", wanted.from() == null ? "from" : "to", "from which month to which?");
        }
        if (wanted.from().isAfter(wanted.to())) {
            return Fault.of("invalid-field", "to", "to is not before from");
        }
        if (isNoText(wanted.docNo())) {
            return Fault.of(
                    "missing-field", "docNo", "the document that approves it, 1 to " + LONGEST_TEXT + " characters");
        }
        if (wanted.reason() != null && wanted.reason().length() > LONGEST_TEXT) {
            return Fault.of("invalid-field", "reason", "at most " + LONGEST_TEXT + " characters");
        }
        return faultOfSchemes(wanted, wanted.area(), wanted.from(), wanted.to(), policies);
    }

    private static @Nullable Fault faultOfSchemes(
            Wanted wanted, AreaCode area, Month from, Month to, PolicyData policies) {
        List<String> schemes = wanted.schemes();
        if (schemes == null || schemes.isEmpty() || schemes.size() > MOST_SCHEMES) {
            return Fault.of("missing-field", "schemes", "1 to " + MOST_SCHEMES + " schemes");
        }
        for (String scheme : schemes) {
            if (!SCHEME.matcher(scheme).matches()) {
                return Fault.of("invalid-field", "schemes", "a scheme is three digits of list AAE140");
            }
            PolicyValue most = policies.find(MONTHS, area, scheme, from.firstDay());
            if (from.until(to) + 1 > most.integer()) {
                return new Fault(
                        "too-many-months",
                        "to",
                        "at most " + most.integer() + " months of scheme " + scheme + " are postponed",
                        most.version().docNo());
            }
        }
        return null;
    }

    private static boolean isNoText(@Nullable String text) {
        return text == null || text.isBlank() || text.length() > LONGEST_TEXT;
    }
}
