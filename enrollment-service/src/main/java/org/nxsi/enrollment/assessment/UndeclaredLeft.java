package org.nxsi.enrollment.assessment;

import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.money.Month;

/**
 * An employer that declared nothing for a month and that no rule assesses: a matter for people. Public for the driver.
 *
 * @param id {@code <month>|<employer>}
 * @param reason stable code: {@code no-month-before}, {@code policy-unknown}
 * @param policy key of what is not known; null where nothing of the kind is missing
 */
public record UndeclaredLeft(
        @BsonId String id,
        Month month,
        CreditCode employer,
        AreaCode area,
        String reason,
        String detail,
        @Nullable String policy) {

    static String idOf(Month month, CreditCode employer) {
        return month + "|" + employer;
    }
}
