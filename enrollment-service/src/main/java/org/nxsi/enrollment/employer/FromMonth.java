package org.nxsi.enrollment.employer;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.money.Month;

/**
 * A value that holds from a month on, until the next one does. Public for the driver only.
 *
 * @param value as it is written: a class, a ratio, a size
 */
public record FromMonth(Month from, String value) {

    /** The one that holds in the month; null before the first. */
    static @Nullable String in(List<FromMonth> values, Month month) {
        return values.stream()
                .filter(each -> !each.from().isAfter(month))
                .max(Comparator.comparing(FromMonth::from))
                .map(FromMonth::value)
                .orElse(null);
    }

    /** With the value from the month on; what was said of the very month before is replaced. */
    static List<FromMonth> set(List<FromMonth> values, Month from, String value) {
        return Stream.concat(
                        values.stream().filter(each -> !each.from().equals(from)),
                        Stream.of(new FromMonth(from, value)))
                .sorted(Comparator.comparing(FromMonth::from))
                .toList();
    }
}
