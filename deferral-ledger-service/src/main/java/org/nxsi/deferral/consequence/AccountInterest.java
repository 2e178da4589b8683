package org.nxsi.deferral.consequence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.deferral.ledger.Arrangement;
import org.nxsi.deferral.ledger.Entry;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.policy.PolicyData;
import org.nxsi.platform.policy.PolicyUnknown;
import org.nxsi.platform.policy.PolicyValue;
import org.nxsi.platform.policy.PolicyVersion;

/**
 * From when what is made up bears interest on the personal account, and by which policy; the sum itself belongs to whoever
 * keeps the account, who knows what share of the money is credited.
 *
 * @param arrivedOn when the money came in
 * @param from first month that counts for the interest of the year: money earns from its arrival, not from its month
 */
record AccountInterest(
        String entry, Arrangement arrangement, LocalDate arrivedOn, Month from, List<OfScheme> accounts) {

    static final String FROM = "deferral.account_interest_from";
    static final String METHOD = "account.interest_method";
    static final String RATE = "account.interest_rate";

    /** Schemes with a personal account (个人账户). */
    private static final List<String> WITH_ACCOUNT = List.of("110", "120", "170");

    /** What policy says of one scheme; what it does not know stands in {@code missing}. */
    record OfScheme(String scheme, List<Known> known, List<Missing> missing) {}

    record Known(String policy, String value, PolicyVersion version) {}

    /** @param document that would tell; null if not even that is on record */
    record Missing(String policy, String detail, @Nullable String document) {}

    static AccountInterest of(Entry entry, LocalDate arrivedOn, PolicyData policies) {
        AreaCode area = AreaCode.parse(entry.area());
        List<OfScheme> accounts = entry.schemes().stream()
                .filter(WITH_ACCOUNT::contains)
                .map(scheme -> ofScheme(scheme, area, arrivedOn, policies))
                .toList();
        return new AccountInterest(entry.id(), Arrangement.DEFERRAL, arrivedOn, Month.of(arrivedOn), accounts);
    }

    private static OfScheme ofScheme(String scheme, AreaCode area, LocalDate arrivedOn, PolicyData policies) {
        List<Known> known = new ArrayList<>();
        List<Missing> missing = new ArrayList<>();
        for (String key : List.of(FROM, METHOD, RATE)) {
            try {
                PolicyValue value = policies.find(key, area, scheme, arrivedOn);
                known.add(new Known(key, text(key, value), value.version()));
            } catch (PolicyUnknown unknown) {
                missing.add(new Missing(key, String.valueOf(unknown.getMessage()), unknown.missing()));
            }
        }
        return new OfScheme(scheme, List.copyOf(known), List.copyOf(missing));
    }

    private static String text(String key, PolicyValue value) {
        if (key.equals(RATE)) {
            BigDecimal rate = value.decimal();
            return rate.toPlainString();
        }
        return value.text();
    }
}
