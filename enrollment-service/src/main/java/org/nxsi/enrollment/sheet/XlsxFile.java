package org.nxsi.enrollment.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** The first sheet of a spreadsheet file. */
final class XlsxFile {

    private XlsxFile() {}

    static List<RawRow> read(byte[] body) {
        XlsxParts.check(body);
        List<RawRow> rows = new ArrayList<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(body));
                Stream<Row> all = workbook.getFirstSheet().openStream()) {
            all.forEach(each -> rows.add(row(each)));
        } catch (IOException | ExcelReaderException | IllegalArgumentException | IndexOutOfBoundsException garbled) {
            throw SheetProblem.unreadable("不是规范的 XLSX 文件");
        }
        return rows;
    }

    private static RawRow row(Row row) {
        List<Cell> cells = new ArrayList<>(row.getCellCount());
        for (int column = 0; column < row.getCellCount(); column++) {
            cells.add(cell(row.getRowNum(), column, row.getCell(column)));
        }
        return new RawRow(row.getRowNum(), cells);
    }

    private static Cell cell(
            int row, int column, org.dhatim.fastexcel.reader.@org.jspecify.annotations.Nullable Cell cell) {
        if (cell == null) {
            return Cell.EMPTY;
        }
        if (cell.getFormula() != null) {
            throw SheetProblem.cell("formula-cell", row, column, "单元格不能是公式，也不能以 = + - @ 开头");
        }
        return switch (cell.getType()) {
            case EMPTY -> Cell.EMPTY;
            case NUMBER -> new Cell(plain(cell.asNumber()), true);
            case STRING -> Cell.text(cell.asString());
            case BOOLEAN -> Cell.text(cell.asBoolean() ? "TRUE" : "FALSE");
            case FORMULA -> throw SheetProblem.cell("formula-cell", row, column, "单元格不能是公式，也不能以 = + - @ 开头");
            case ERROR -> throw SheetProblem.cell("error-cell", row, column, "单元格有错误值");
        };
    }

    /** 202001 as it is, not as 2.02001E5. */
    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
