package org.nxsi.enrollment.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/**
 * A row of a list.
 *
 * @param number as people count: the header is row 1
 * @param cells by key of the column; empty ones are not in it
 */
public record SheetRow(int number, Map<String, Cell> cells) {

    private static final Pattern DATE = Pattern.compile("([0-9]{4})[-/.年]?([0-9]{1,2})[-/.月]?([0-9]{1,2})日?");
    private static final Pattern MONTH = Pattern.compile("([0-9]{4})[-/.年]?([0-9]{1,2})月?");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,14}(\\.[0-9]{1,2})?");

    /** Spreadsheets count days from here; right from March 1900 on. */
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    /** A number in a date's cell that can only be a day so counted: 1927 to 2119. */
    private static final Pattern DAY_COUNT = Pattern.compile("[1-7][0-9]{4}");

    public SheetRow {
        cells = Map.copyOf(cells);
    }

    /**
     * A row that came as fields, not in a file.
     *
     * @param texts by key of the column; null and blank ones stand for empty cells
     */
    public static SheetRow of(int number, Map<String, @Nullable String> texts) {
        Map<String, Cell> cells = new HashMap<>();
        texts.forEach((key, text) -> {
            if (text != null && !text.isBlank()) {
                cells.put(key, Cell.text(text));
            }
        });
        return new SheetRow(number, cells);
    }

    /** The text; empty if nothing stands there. */
    public String text(Column column) {
        return cell(column).text();
    }

    /** @throws CellInvalid unless it is a real date, written 2020-01-31, 2020/1/31, 20200131 or as a spreadsheet's date */
    public @Nullable LocalDate date(Column column) throws CellInvalid {
        Cell cell = cell(column);
        if (cell.isEmpty()) {
            return null;
        }
        if (cell.number() && DAY_COUNT.matcher(cell.text()).matches()) {
            return DAY_ZERO.plusDays(Long.parseLong(cell.text()));
        }
        Matcher written = DATE.matcher(cell.text());
        try {
            if (written.matches()) {
                return LocalDate.of(number(written, 1), number(written, 2), number(written, 3));
            }
        } catch (DateTimeException noSuchDay) {
            throw new CellInvalid(column, "应为真实日期，如 2020-01-31");
        }
        throw new CellInvalid(column, "应为日期，如 2020-01-31");
    }

    /** @throws CellInvalid unless it is a real month, written 2020-01, 2020/1, 202001 or as a spreadsheet's date */
    public @Nullable Month month(Column column) throws CellInvalid {
        Cell cell = cell(column);
        if (cell.isEmpty()) {
            return null;
        }
        if (cell.number() && DAY_COUNT.matcher(cell.text()).matches()) {
            return Month.of(DAY_ZERO.plusDays(Long.parseLong(cell.text())));
        }
        Matcher written = MONTH.matcher(cell.text());
        try {
            if (written.matches()) {
                return new Month(number(written, 1), number(written, 2));
            }
        } catch (IllegalArgumentException noSuchMonth) {
            throw new CellInvalid(column, "应为真实年月，如 2020-01");
        }
        throw new CellInvalid(column, "应为年月，如 2020-01");
    }

    /** @throws CellInvalid unless it is yuan with at most two decimals and without separators */
    public @Nullable Fen amount(Column column) throws CellInvalid {
        Cell cell = cell(column);
        if (cell.isEmpty()) {
            return null;
        }
        String text = cell.number() ? nearest(cell.text()) : cell.text();
        if (!AMOUNT.matcher(text).matches()) {
            throw new CellInvalid(column, "应为金额（元），最多两位小数，不带千分位");
        }
        return Fen.ofYuan(
                new BigDecimal(text).setScale(2, RoundingMode.UNNECESSARY).toPlainString());
    }

    /** A spreadsheet keeps 0.1 as 0.1000000000000000055: what differs that little is meant. */
    private static String nearest(String number) {
        BigDecimal exact = new BigDecimal(number);
        BigDecimal twoPlaces = exact.setScale(2, RoundingMode.HALF_EVEN);
        boolean meant = exact.subtract(twoPlaces).abs().compareTo(BigDecimal.valueOf(1, 7)) < 0;
        return meant ? twoPlaces.toPlainString() : number;
    }

    private Cell cell(Column column) {
        return cells.getOrDefault(column.key(), Cell.EMPTY);
    }

    private static int number(Matcher written, int group) {
        return Integer.parseInt(written.group(group));
    }
}
