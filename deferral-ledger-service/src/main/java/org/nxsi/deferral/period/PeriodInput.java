package org.nxsi.deferral.period;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.identity.AreaCode;

/** What people write into the register, or the refusal that says what is wrong with it. */
final class PeriodInput {

    static final LocalDate FIRST_DAY = LocalDate.of(2019, 1, 1);
    static final LocalDate LAST_DAY = LocalDate.of(2100, 12, 31);

    private static final int LONGEST_REASON = 500;
    private static final Pattern DOCUMENT = Pattern.compile("[^\\p{Cntrl}]{2,60}");

    private PeriodInput() {}

    static AreaCode region(@Nullable String text) {
        if (text == null || AreaCode.check(text) != null || !AreaCode.NINGXIA.contains(AreaCode.parse(text))) {
            throw Refusals.unknownRegion();
        }
        return AreaCode.parse(text);
    }

    static LocalDate date(String field, @Nullable String text) {
        try {
            LocalDate date = LocalDate.parse(text == null ? "" : text);
            if (!date.isBefore(FIRST_DAY) && !date.isAfter(LAST_DAY)) {
                return date;
            }
        } catch (DateTimeException notADay) {
            // refused like a day out of range
        }
        throw Refusals.invalidDate(field);
    }

    static String document(String field, @Nullable String text) {
        String document = text == null ? "" : text.strip();
        if (!DOCUMENT.matcher(document).matches()) {
            throw Refusals.documentRequired(field);
        }
        return document;
    }

    /** A reason that need not be given. */
    static @Nullable String remark(@Nullable String text) {
        return text == null || text.isBlank() ? null : reason(text);
    }

    static String reason(@Nullable String text) {
        String reason = text == null ? "" : text.strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw Refusals.reasonRequired();
        }
        return reason;
    }
}
