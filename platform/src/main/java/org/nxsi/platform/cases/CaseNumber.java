package org.nxsi.platform.cases;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.Luhn;

/**
 * The number of a case (办件编号) as people read it out: {@code NX640104-20200210-000123-7}, that is area, day of
 * submission, serial number of the day and a check digit ({@link Luhn}) over all of them.
 *
 * @param serial 1 to 999,999, unique for area and day
 */
public record CaseNumber(AreaCode area, LocalDate date, int serial) implements Comparable<CaseNumber> {

    private static final Pattern NOTATION = Pattern.compile("NX[0-9]{6}-[0-9]{8}-[0-9]{6}-[0-9]");
    private static final int HIGHEST_SERIAL = 999_999;
    private static final int EARLIEST_YEAR = 2000;
    private static final int LATEST_YEAR = 2199;

    /**
     * Takes what can be written.
     *
     * @throws IllegalArgumentException if serial or year are out of range
     */
    public CaseNumber {
        if (serial < 1 || serial > HIGHEST_SERIAL) {
            throw new IllegalArgumentException("not a serial number of a day: " + serial);
        }
        if (date.getYear() < EARLIEST_YEAR || date.getYear() > LATEST_YEAR) {
            throw new IllegalArgumentException("not a day of a case: " + date);
        }
    }

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException unless it has the form, a listed area, a real day and the right check digit
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CaseNumber parse(String text) {
        if (!NOTATION.matcher(text).matches()) {
            throw new IllegalArgumentException("not a case number like NX640104-20200210-000123-7");
        }
        CaseNumber number =
                new CaseNumber(AreaCode.parse(text.substring(2, 8)), date(text), Integer.parseInt(text, 18, 24, 10));
        if (number.checkDigit() != text.charAt(25) - '0') {
            throw new IllegalArgumentException("case number with a wrong check digit");
        }
        return number;
    }

    @Override
    public int compareTo(CaseNumber other) {
        return toString().compareTo(other.toString());
    }

    @JsonValue
    @Override
    public String toString() {
        return "NX%s-%s-%06d-%d".formatted(area.code(), day(), serial, checkDigit());
    }

    private int checkDigit() {
        return Luhn.checkDigit("%s%s%06d".formatted(area.code(), day(), serial));
    }

    private String day() {
        return "%04d%02d%02d".formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.of(
                    Integer.parseInt(text, 9, 13, 10),
                    Integer.parseInt(text, 13, 15, 10),
                    Integer.parseInt(text, 15, 17, 10));
        } catch (DateTimeException unreal) {
            throw new IllegalArgumentException("case number without a real day", unreal);
        }
    }
}
