package org.nxsi.enrollment.rights;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.Luhn;

/**
 * The number of a printed record as people read it out: {@code QY640104-20200210-482913057-3}, that is area, day of printing,
 * nine digits that follow from the content, and a check digit ({@link Luhn}) over all of them.
 *
 * @param serial 0 to 999,999,999, unique for area and day
 */
record RecordNumber(AreaCode area, LocalDate date, int serial) {

    static final int SERIALS = 1_000_000_000;

    private static final Pattern NOTATION = Pattern.compile("QY[0-9]{6}-[0-9]{8}-[0-9]{9}-[0-9]");

    /** @throws IllegalArgumentException if the serial is out of range */
    RecordNumber {
        if (serial < 0 || serial >= SERIALS) {
            throw new IllegalArgumentException("not a serial number of nine digits: " + serial);
        }
    }

    /** Empty unless it has the form, a listed area, a real day and the right check digit. */
    static Optional<RecordNumber> read(@Nullable String text) {
        if (text == null || !NOTATION.matcher(text).matches() || AreaCode.check(text.substring(2, 8)) != null) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.of(
                    Integer.parseInt(text, 9, 13, 10),
                    Integer.parseInt(text, 13, 15, 10),
                    Integer.parseInt(text, 15, 17, 10));
            RecordNumber number =
                    new RecordNumber(AreaCode.parse(text.substring(2, 8)), date, Integer.parseInt(text, 18, 27, 10));
            return Optional.of(number).filter(each -> each.toString().equals(text));
        } catch (DateTimeException unreal) {
            return Optional.empty();
        }
    }

    @JsonValue
    @Override
    public String toString() {
        String digits = "%s%04d%02d%02d%09d"
                .formatted(area.code(), date.getYear(), date.getMonthValue(), date.getDayOfMonth(), serial);
        return "QY" + digits.substring(0, 6) + "-" + digits.substring(6, 14) + "-" + digits.substring(14) + "-"
                + Luhn.checkDigit(digits);
    }
}
