package org.nxsi.enrollment.sheet;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Comma-separated values as spreadsheets write them: UTF-8 with or without a mark, or GB 18030, which is not said in the file. */
final class CsvFile {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final char MARK = '\uFEFF';

    private CsvFile() {}

    /** @param type content type, in lower case; a charset in it is taken at its word */
    static List<RawRow> read(byte[] body, String type) {
        String text = decode(body, type);
        if (text.indexOf('\0') >= 0) {
            throw SheetProblem.unreadable("不是文本文件");
        }
        List<RawRow> rows = new ArrayList<>();
        try (CSVParser records =
                CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get().parse(new StringReader(text))) {
            for (CSVRecord each : records) {
                rows.add(row(each, rows.size() + 1));
                if (rows.size() > SheetLimits.ROWS * 2) {
                    throw SheetProblem.tooLarge("一次最多 " + SheetLimits.ROWS + " 行");
                }
            }
        } catch (IOException | UncheckedIOException garbled) {
            throw SheetProblem.unreadable("不是规范的 CSV 文件（引号或换行有误）");
        }
        return rows;
    }

    private static RawRow row(CSVRecord each, int number) {
        if (each.size() > SheetLimits.COLUMNS) {
            throw SheetProblem.tooLarge("最多 " + SheetLimits.COLUMNS + " 列");
        }
        List<Cell> cells = new ArrayList<>(each.size());
        each.forEach(cell -> cells.add(Cell.text(cell)));
        return new RawRow(number, cells);
    }

    private static String decode(byte[] body, String type) {
        List<Charset> candidates = type.contains("charset=gb")
                ? List.of(GB18030)
                : type.contains("charset=")
                        ? List.of(StandardCharsets.UTF_8)
                        : List.of(StandardCharsets.UTF_8, GB18030);
        for (Charset each : candidates) {
            try {
                String text = each.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(body))
                        .toString();
                return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
            } catch (CharacterCodingException another) {
                // the next one may fit
            }
        }
        throw SheetProblem.unreadable("文件编码应为 UTF-8 或 GB 18030");
    }
}
