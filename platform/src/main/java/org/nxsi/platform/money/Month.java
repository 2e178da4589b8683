package org.nxsi.platform.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;

/** A month that an amount is paid in or belongs to (所属期), written {@code 2020-03}; 1900 to 2199. */
public record Month(int year, int number) implements Comparable<Month> {

    private static final Pattern NOTATION = Pattern.compile("(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])");

    public Month {
        if (year < 1900 || year > 2199 || number < 1 || number > 12) {
            throw new IllegalArgumentException("not a month: " + year + "-" + number);
        }
    }

    /** @throws IllegalArgumentException unless written {@code yyyy-MM} with a real month */
    @JsonCreator
    public static Month parse(String text) {
        if (!NOTATION.matcher(text).matches()) {
            throw new IllegalArgumentException("not a month like 2020-03: " + text);
        }
        return new Month(Integer.parseInt(text, 0, 4, 10), Integer.parseInt(text, 5, 7, 10));
    }

    public static Month of(LocalDate date) {
        return new Month(date.getYear(), date.getMonthValue());
    }

    public Month plus(int months) {
        YearMonth moved = YearMonth.of(year, number).plusMonths(months);
        return new Month(moved.getYear(), moved.getMonthValue());
    }

    public Month next() {
        return plus(1);
    }

    public boolean isAfter(Month other) {
        return compareTo(other) > 0;
    }

    public boolean isBefore(Month other) {
        return compareTo(other) < 0;
    }

    /** Months from this one to the other: 0 for the same month, negative when the other is earlier. */
    public int until(Month other) {
        return (other.year - year) * 12 + other.number - number;
    }

    public LocalDate firstDay() {
        return LocalDate.of(year, number, 1);
    }

    public LocalDate lastDay() {
        return YearMonth.of(year, number).atEndOfMonth();
    }

    /** @throws DateTimeException if the month has no such day */
    public LocalDate day(int day) {
        return LocalDate.of(year, number, day);
    }

    @Override
    public int compareTo(Month other) {
        return year != other.year ? Integer.compare(year, other.year) : Integer.compare(number, other.number);
    }

    @JsonValue
    @Override
    public String toString() {
        return String.format("%04d-%02d", year, number);
    }
}
