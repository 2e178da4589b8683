package org.nxsi.enrollment.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;

/**
 * A list that somebody sent as a file: at most 5,000 rows under a header with known columns. A cell that a spreadsheet might
 * take for a formula refuses the whole file.
 */
public record Sheet(List<SheetRow> rows) {

    /** The content type of comma-separated values, UTF-8 or GB 18030. */
    public static final String CSV = "text/csv";

    /** The content type of a spreadsheet (xlsx). */
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public Sheet {
        rows = List.copyOf(rows);
    }

    /**
     * Reads a body.
     *
     * @param contentType {@link #CSV} with or without a charset, or {@link #XLSX}
     * @throws ProblemException 413 {@code sheet-too-large}; 400 {@code sheet-unreadable}, {@code sheet-header-wrong},
     *     {@code sheet-empty}, {@code formula-cell} or {@code cell-too-long}, the last two naming row and column
     */
    public static Sheet read(byte[] body, @Nullable String contentType, List<Column> columns) {
        if (body.length > SheetLimits.BODY_BYTES) {
            throw SheetProblem.tooLarge("文件不得超过 " + SheetLimits.BODY_BYTES + " 字节");
        }
        String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
        List<RawRow> raw = type.startsWith(XLSX) ? XlsxFile.read(body) : CsvFile.read(body, type);
        return of(raw, columns);
    }

    private static Sheet of(List<RawRow> raw, List<Column> columns) {
        if (raw.isEmpty()) {
            throw SheetProblem.header("文件没有表头");
        }
        raw.forEach(Sheet::check);
        Map<Integer, Column> places = places(raw.getFirst(), columns);
        List<SheetRow> rows = new ArrayList<>(raw.size());
        for (RawRow each : raw.subList(1, raw.size())) {
            if (!each.isBlank()) {
                rows.add(row(each, places));
            }
        }
        if (rows.isEmpty()) {
            throw Problem.of(400, "sheet-empty", "表头之下没有数据").exception();
        }
        if (rows.size() > SheetLimits.ROWS) {
            throw SheetProblem.tooLarge("一次最多 " + SheetLimits.ROWS + " 行");
        }
        return new Sheet(rows);
    }

    private static void check(RawRow row) {
        for (int column = 0; column < row.cells().size(); column++) {
            String text = row.cells().get(column).text();
            if (!text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0) {
                throw SheetProblem.cell("formula-cell", row.number(), column, "单元格不能是公式，也不能以 = + - @ 开头");
            }
            if (text.length() > SheetLimits.CELL_CHARACTERS) {
                throw SheetProblem.cell(
                        "cell-too-long", row.number(), column, "单元格最多 " + SheetLimits.CELL_CHARACTERS + " 个字符");
            }
        }
    }

    private static Map<Integer, Column> places(RawRow header, List<Column> columns) {
        Map<Integer, Column> places = new HashMap<>();
        Set<Column> missing = new LinkedHashSet<>(columns);
        for (int place = 0; place < header.cells().size(); place++) {
            String head = header.cells().get(place).text();
            if (head.isEmpty()) {
                continue;
            }
            Column column = columns.stream()
                    .filter(each -> each.isHeadedBy(head))
                    .findFirst()
                    .orElseThrow(() -> SheetProblem.header("有不认识的列，应为：" + titles(columns)));
            if (!missing.remove(column)) {
                throw SheetProblem.header("列重复：" + column.title());
            }
            places.put(place, column);
        }
        List<Column> needed = missing.stream().filter(Column::required).toList();
        if (!needed.isEmpty()) {
            throw SheetProblem.header("缺少列：" + titles(needed));
        }
        return places;
    }

    private static SheetRow row(RawRow raw, Map<Integer, Column> places) {
        Map<String, Cell> cells = new HashMap<>();
        for (int place = 0; place < raw.cells().size(); place++) {
            Cell cell = raw.cells().get(place);
            Column column = places.get(place);
            if (column == null && !cell.isEmpty()) {
                throw SheetProblem.cell("sheet-header-wrong", raw.number(), place, "该列没有表头");
            }
            if (column != null && !cell.isEmpty()) {
                cells.put(column.key(), cell);
            }
        }
        return new SheetRow(raw.number(), cells);
    }

    private static String titles(List<Column> columns) {
        return String.join("、", columns.stream().map(Column::title).toList());
    }
}
