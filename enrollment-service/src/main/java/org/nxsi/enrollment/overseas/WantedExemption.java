package org.nxsi.enrollment.overseas;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;

/**
 * A certificate as it is asked for.
 *
 * @param scheme 110 only
 * @param country two capital letters of ISO 3166
 * @param employer who sends the person
 * @param host where they work there; optional
 */
record WantedExemption(
        @Nullable String scheme,
        @Nullable String country,
        @Nullable CreditCode employer,
        @Nullable String host,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern HOST = Pattern.compile("[^\\p{Cntrl}]{2,100}");

    /** What can be dated at all; how long a stay may be is said by each agreement. */
    private static final int EARLIEST_YEAR = 2002;

    private static final int LATEST_YEAR = 2150;

    /** @throws ProblemException 400 or 422 naming the field */
    Stay checked() {
        if (!Scheme.EMPLOYEE_PENSION.code().equals(scheme)) {
            throw Problem.badRequest("invalid-field", "scheme", "110").exception();
        }
        if (country == null || !COUNTRY.matcher(country).matches() || country.equals("CN")) {
            throw Problem.badRequest("invalid-field", "country", "two capital letters of ISO 3166")
                    .exception();
        }
        if (employer == null) {
            throw Problem.badRequest("missing-field", "employer", "the credit code of who sends the person")
                    .exception();
        }
        if (host != null && (host.isBlank() || !HOST.matcher(host).matches())) {
            throw Problem.badRequest("invalid-field", "host", "2 to 100 characters")
                    .exception();
        }
        if (from == null || from.getYear() < EARLIEST_YEAR) {
            throw Problem.badRequest("invalid-field", "from", "first day of the stay")
                    .exception();
        }
        if (to == null || to.isBefore(from) || to.getYear() > LATEST_YEAR) {
            throw Problem.badRequest("invalid-field", "to", "last day of the stay, not before the first")
                    .exception();
        }
        return new Stay(country, employer, host == null ? null : host.strip(), from, to);
    }
}
