package org.nxsi.deferral.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerFileTest {

    private static final int MANY = 200_000;
    private static final int PAGE = 1_000;
    private static final long MOST_GROWTH_BYTES = 16L << 20;

    @TempDir
    private Path folder;

    @Test
    void two_hundred_thousand_lines_as_xlsx_are_the_same_cell_by_cell_and_none_is_a_formula() throws IOException {
        Path file = written(ExportFormat.XLSX);

        try (InputStream in = Files.newInputStream(file);
                ReadableWorkbook book = new ReadableWorkbook(in);
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            assertThat(book.getFirstSheet().getName()).isEqualTo("延期业务台账");
            Iterator<Row> each = rows.iterator();
            assertThat(texts(each.next())).isEqualTo(LedgerColumn.titles());
            for (int i = 0; i < MANY; i++) {
                assertThat(texts(each.next())).isEqualTo(expected(i));
            }
            assertThat(each.hasNext()).isFalse();
        }
        assertThat(hasFormula(file)).isFalse();
    }

    @Test
    void two_hundred_thousand_lines_as_csv_are_the_same_cell_by_cell() throws IOException {
        Path file = written(ExportFormat.CSV);

        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            assertThat(reader.read()).as("byte order mark").isEqualTo(0xFEFF);
            CsvReader rows = new CsvReader(reader);
            assertThat(rows.row()).isEqualTo(LedgerColumn.titles());
            for (int i = 0; i < MANY; i++) {
                assertThat(rows.row()).isEqualTo(expected(i));
            }
            assertThat(rows.row()).isNull();
        }
    }

    @Test
    void the_columns_are_those_of_a_business_ledger() {
        assertThat(LedgerColumn.titles())
                .containsExactly(
                        "序号", "经办机构/地区", "参保主体类型", "主体编号", "名称", "业务事项", "费款所属期", "险种", "应办日期", "金额", "已补办金额", "延期原因",
                        "登记日期", "渠道", "状态", "补办截止日", "补办日期", "依据", "台账编号");
    }

    @Test
    void csv_begins_with_the_mark_that_excel_needs_and_quotes_what_needs_quotes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvRows rows = new CsvRows(out);
        rows.row(List.of("逗号,", "引\"号", "换\n行", "=1", "plain"));
        rows.finish();

        assertThat(out.toByteArray()).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("\uFEFF\"逗号,\",\"引\"\"号\",\"换\n行\",'=1,plain\r\n");
    }

    @Test
    void a_file_that_broke_off_in_the_middle_does_not_open() throws IOException {
        Path file = folder.resolve("broken.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            LedgerFile.Source breaking = last -> {
                throw new IllegalStateException("the store went away");
            };
            assertThatThrownBy(() -> LedgerFile.write(ExportFormat.XLSX, page(0), breaking, out))
                    .isInstanceOf(IllegalStateException.class);
        }

        assertThatThrownBy(() -> hasFormula(file)).isInstanceOf(IOException.class);
    }

    @Test
    void an_empty_ledger_is_its_titles() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThat(LedgerFile.write(ExportFormat.CSV, List.of(), last -> List.of(), out))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("\uFEFF" + String.join(",", LedgerColumn.titles()) + "\r\n");
    }

    /** Written while the heap is watched: what is behind costs nothing. */
    private Path written(ExportFormat format) throws IOException {
        Path file = folder.resolve("ledger." + format.suffix());
        Watched source = new Watched();
        try (OutputStream out = Files.newOutputStream(file)) {
            assertThat(LedgerFile.write(format, page(0), source, out)).isEqualTo(MANY);
        }
        assertThat(source.used).hasSizeGreaterThan(3);
        assertThat(source.used.getLast() - source.used.getFirst())
                .as("growth of the heap between line 50,000 and the last, bytes")
                .isLessThan(MOST_GROWTH_BYTES);
        return file;
    }

    private static final class Watched implements LedgerFile.Source {

        private final List<Long> used = new ArrayList<>();

        @Override
        public List<LedgerLine> after(@Nullable String entry) {
            int from = Integer.parseInt(String.valueOf(entry)) + 1;
            if (from % 50_000 == 0) {
                used.add(usedHeap_bytes());
            }
            return from >= MANY ? List.of() : page(from);
        }

        private static long usedHeap_bytes() {
            System.gc();
            return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        }
    }

    private static List<LedgerLine> page(int from) {
        List<LedgerLine> page = new ArrayList<>(PAGE);
        for (int i = from; i < from + PAGE; i++) {
            page.add(line(i));
        }
        return page;
    }

    private static LedgerLine line(int i) {
        return new LedgerLine(
                String.valueOf(i),
                "640104 宁夏回族自治区银川市兴庆区",
                "用人单位",
                "9164010" + i,
                i % 7 == 0 ? "=HYPERLINK(\"http://evil\")" : "",
                "缴费",
                "2020-02",
                "110,210,410",
                "2020-02-25",
                i + ".00",
                "",
                i % 3 == 0 ? "停工,\"封控\"\n第" + i + "次" : "疫情影响 " + i,
                "2020-02-10",
                "web",
                "待补办",
                "2020-09-30",
                "",
                "宁人社办发〔2020〕2号 第七条",
                "DL-" + i);
    }

    private static List<String> expected(int i) {
        return List.of(
                String.valueOf(i + 1),
                "640104 宁夏回族自治区银川市兴庆区",
                "用人单位",
                "9164010" + i,
                i % 7 == 0 ? "'=HYPERLINK(\"http://evil\")" : "",
                "缴费",
                "2020-02",
                "110,210,410",
                "2020-02-25",
                i + ".00",
                "",
                i % 3 == 0 ? "停工,\"封控\"\n第" + i + "次" : "疫情影响 " + i,
                "2020-02-10",
                "web",
                "待补办",
                "2020-09-30",
                "",
                "宁人社办发〔2020〕2号 第七条",
                "DL-" + i);
    }

    private static List<String> texts(Row row) {
        return row.stream()
                .peek(cell -> assertThat(cell.getType()).isNotIn(CellType.FORMULA, CellType.NUMBER))
                .map(cell -> cell.getText())
                .toList();
    }

    /** Looks into the sheet itself, not through the reader's eyes. */
    private static boolean hasFormula(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
            byte[] buffer = new byte[1 << 16];
            String tail = "";
            for (int read = sheet.read(buffer); read >= 0; read = sheet.read(buffer)) {
                String text = tail + new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
                if (text.contains("<f>") || text.contains("<f ")) {
                    return true;
                }
                tail = text.substring(Math.max(0, text.length() - 3));
            }
            return false;
        }
    }
}
