package org.nxsi.enrollment.person;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.web.Problem;

/** Short texts that people write: the reference of a paper, a reason, a phone number. */
final class PersonText {

    private static final Pattern TEXT = Pattern.compile("[^\\p{Cntrl}]{2,100}");
    private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");

    private PersonText() {}

    /** @throws org.nxsi.platform.web.ProblemException 400 {@code text-required} */
    static String of(String field, @Nullable String text) {
        if (text == null || text.isBlank() || !TEXT.matcher(text).matches()) {
            throw Problem.badRequest("text-required", field, "2 to 100 characters")
                    .exception();
        }
        return text.strip();
    }

    /** @throws org.nxsi.platform.web.ProblemException 400 {@code invalid-field} */
    static @Nullable String mobile(String field, @Nullable String phone) {
        if (phone != null && !MOBILE.matcher(phone).matches()) {
            throw Problem.badRequest("invalid-field", field, "a mobile number of 11 digits")
                    .exception();
        }
        return phone;
    }
}
