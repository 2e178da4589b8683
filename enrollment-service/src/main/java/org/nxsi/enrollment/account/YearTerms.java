package org.nxsi.enrollment.account;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.nxsi.enrollment.account.InterestMethod.Flow;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.policy.PolicyData;
import org.nxsi.platform.policy.PolicyUnknown;
import org.nxsi.platform.policy.PolicyValue;
import org.nxsi.platform.policy.PolicyVersion;

/**
 * By what the interest of a year is reckoned.
 *
 * @param rateOf the year that the rate was announced for; an earlier one while the own is not known
 * @param byMonth whether a contribution counts from the month that it is for, instead of the month in which it arrived
 * @param versions of the policies used
 */
record YearTerms(
        int year, InterestMethod method, BigDecimal rate, int rateOf, boolean byMonth, List<PolicyVersion> versions) {

    static final String METHOD = "account.interest_method";
    static final String RATE = "account.interest_rate";
    static final String FROM = "deferral.account_interest_from";

    /** Without an announcement for so many years something else is wrong. */
    private static final int YEARS_BACK = 3;

    /**
     * What policy says of a year; until its rate is announced the last one holds.
     *
     * @throws PolicyUnknown if neither its rate nor one of the three years before is known, or not the method
     */
    static YearTerms of(PolicyData policies, Scheme scheme, int year) {
        LocalDate end = LocalDate.of(year, 12, 31);
        List<PolicyVersion> versions = new ArrayList<>();
        PolicyValue method = policies.find(METHOD, AreaCode.NINGXIA, scheme.code(), end);
        versions.add(method.version());
        boolean byMonth = countsByMonth(policies, scheme, end, versions);
        for (int back = 0; ; back++) {
            try {
                PolicyValue rate = policies.find(RATE, AreaCode.NINGXIA, scheme.code(), end.minusYears(back));
                versions.add(rate.version());
                return new YearTerms(
                        year,
                        InterestMethod.parse(method.text()),
                        rate.decimal(),
                        year - back,
                        byMonth,
                        List.copyOf(versions));
            } catch (PolicyUnknown unknown) {
                if (back == YEARS_BACK) {
                    throw unknown;
                }
            }
        }
    }

    boolean isProvisional() {
        return rateOf != year;
    }

    /** The interest that the year's entries earn; interest itself is none of them. */
    Fen interest(Fen opening, List<AccountEntry> ofYear) {
        List<Flow> flows = ofYear.stream()
                .filter(entry -> entry.kind() != EntryKind.INTEREST)
                .map(entry -> new Flow(countsFrom(entry), entry.amount()))
                .toList();
        return method.interest(opening, flows, rate);
    }

    InterestGround ground(String run) {
        PolicyVersion version = versions.getLast();
        return new InterestGround(
                run,
                method.policy(),
                rate.toPlainString(),
                rateOf,
                isProvisional(),
                version.docNo(),
                version.status().name());
    }

    private int countsFrom(AccountEntry entry) {
        if (byMonth && entry.month() != null && entry.kind().isContribution()) {
            return entry.month().year() < year
                    ? 1
                    : Math.min(entry.month().number(), entry.on().getMonthValue());
        }
        return entry.on().getMonthValue();
    }

    /** Money earns from its arrival; the notice's own policy may say else of what was put off, where it applies. */
    private static boolean countsByMonth(
            PolicyData policies, Scheme scheme, LocalDate end, List<PolicyVersion> versions) {
        try {
            PolicyValue from = policies.find(FROM, AreaCode.NINGXIA, scheme.code(), end);
            versions.add(from.version());
            return switch (from.text()) {
                case "arrival" -> false;
                case "month" -> true;
                default -> throw new IllegalStateException("neither arrival nor month: " + from);
            };
        } catch (PolicyUnknown unknown) {
            if (unknown.reason() == PolicyUnknown.Reason.NO_ENTRY) {
                return false;
            }
            throw unknown;
        }
    }
}
