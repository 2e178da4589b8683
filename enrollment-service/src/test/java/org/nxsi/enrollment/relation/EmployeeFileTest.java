package org.nxsi.enrollment.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nxsi.enrollment.relation.Staffing.relations;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.nxsi.enrollment.EnrollmentUnderTest;
import org.nxsi.enrollment.Registered;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.enrollment.sheet.Sheet;
import org.nxsi.local.testing.Answer;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.money.Month;

/** 网上人社 第3项 by file. */
class EmployeeFileTest {

    private static final String HEADER = "变更类型,社会保障号码,姓名,用工日期,参保年月,停保年月,险种,月工资,停保原因\n";

    private final Staffing staffing = Staffing.ofNewEmployer();

    @Test
    void of_5000_rows_with_bad_ones_among_them_all_good_ones_are_done_and_none_twice() {
        List<String> numbers = new ArrayList<>();
        StringBuilder file = new StringBuilder(HEADER);
        int bad = 0;
        for (int i = 0; i < 5_000; i++) {
            String number = Registered.freshNumber();
            if (i % 50 == 7) {
                bad++;
                file.append("增员,").append(number, 0, 17).append("Z,张明,2020-01-15,2020-02,,,6000.00,\n");
            } else if (i % 50 == 9) {
                bad++;
                file.append("增员,").append(number).append(",张明,2020-01-15,2020-13,,,6000.00,\n");
            } else {
                numbers.add(number);
                file.append("增员,").append(number).append(",张明,2020-01-15,2020-02,,,6000.00,\n");
            }
        }
        String key = EnrollmentUnderTest.freshKey();

        Answer accepted = staffing.sendCsv(key, file.toString());
        Answer replayed = staffing.sendCsv(key, file.toString());
        Answer other = staffing.sendCsv(key, file + "\n增员,1,2,,,,,,\n");
        Answer done = staffing.done(accepted);

        assertThat(replayed.text("id")).isEqualTo(accepted.text("id"));
        assertThat(other.status()).isIn(413, 422);
        assertThat(done.json().path("rows").asInt()).isEqualTo(5_000);
        assertThat(done.json().path("refused").asInt()).isEqualTo(bad);
        assertThat(done.json().path("done").asInt()).isEqualTo(5_000 - bad);
        assertThat(outcomes(done)).isEqualTo(5_000);
        assertThat(heads("2020-02")).isEqualTo(5_000 - bad);

        Answer again = staffing.done(staffing.sendCsv(EnrollmentUnderTest.freshKey(), file.toString()));

        assertThat(again.json().path("alreadySo").asInt()).isEqualTo(5_000 - bad);
        assertThat(heads("2020-02")).isEqualTo(5_000 - bad);
        assertThat(relations(numbers.getLast())).hasSize(3);
    }

    @Test
    void a_spreadsheet_and_a_file_in_the_old_code_page_say_the_same() throws IOException {
        String one = Registered.freshNumber();
        String two = Registered.freshNumber();
        String csv = "变更类型,社会保障号码,姓名,用工日期,参保年月\n增员," + one + ",王芳,2020/1/15,202002\n";

        Answer gb = staffing.sendFile(
                EnrollmentUnderTest.freshKey(), "text/csv;charset=gb18030", csv.getBytes(Charset.forName("GB18030")));
        Answer xlsx = staffing.sendFile(EnrollmentUnderTest.freshKey(), Sheet.XLSX, spreadsheet(two, null));

        Staffing.done(gb, "DONE");
        Staffing.done(xlsx, "DONE");
        assertThat(gb.json().path("outcomes").path("items").path(0).path("row").asInt())
                .isEqualTo(2);
        assertThat(relations(one)).hasSize(3);
        assertThat(relations(two)).hasSize(3);
    }

    @Test
    void a_formula_anywhere_refuses_the_whole_file() throws IOException {
        String number = Registered.freshNumber();
        String row = "增员," + number + ",王芳,2020-01-15,2020-02,,,6000.00,\n";

        Answer csv = staffing.sendCsv(EnrollmentUnderTest.freshKey(), HEADER + row + "增员,=1+1,王芳,,,,,,\n");
        Answer xlsx = staffing.sendFile(EnrollmentUnderTest.freshKey(), Sheet.XLSX, spreadsheet(number, "1+1"));

        assertThat(csv.text("code")).isEqualTo("formula-cell");
        assertThat(csv.text("field")).isEqualTo("B3");
        assertThat(xlsx.text("code")).isEqualTo("formula-cell");
        assertThat(relations(number)).isEmpty();
    }

    @Test
    void a_file_that_is_too_large_or_no_list_is_refused_whole() {
        byte[] large = (HEADER + "增员,1,2,,,,,,\n".repeat(100_000)).getBytes(StandardCharsets.UTF_8);
        String many = HEADER + "增员,1,2,,,,,,\n".repeat(5_001);

        assertThat(staffing.sendFile(EnrollmentUnderTest.freshKey(), "text/csv", large)
                        .status())
                .isEqualTo(413);
        assertThat(staffing.sendFile(EnrollmentUnderTest.freshKey(), Sheet.XLSX, large)
                        .status())
                .isEqualTo(413);
        assertThat(staffing.sendCsv(EnrollmentUnderTest.freshKey(), many).text("code"))
                .isEqualTo("sheet-too-large");
        assertThat(staffing.sendCsv(EnrollmentUnderTest.freshKey(), "姓名,工资\n张明,1\n")
                        .text("code"))
                .isEqualTo("sheet-header-wrong");
        assertThat(staffing.sendCsv(EnrollmentUnderTest.freshKey(), HEADER).text("code"))
                .isEqualTo("sheet-empty");
        assertThat(staffing.sendFile(EnrollmentUnderTest.freshKey(), Sheet.XLSX, new byte[100])
                        .text("code"))
                .isEqualTo("sheet-unreadable");
        assertThat(staffing.sendFile(null, "text/csv", HEADER.getBytes(StandardCharsets.UTF_8))
                        .text("code"))
                .isEqualTo("idempotency-key-required");
    }

    private int outcomes(Answer first) {
        int rows = first.json().path("outcomes").path("items").size();
        String next = first.text("outcomes", "next");
        while (!next.isEmpty()) {
            Answer page = staffing.get(Staffing.PATH + "/batches/" + first.text("id") + "?limit=500&cursor=" + next);
            rows += page.json().path("outcomes").path("items").size();
            next = page.json().path("outcomes").path("next").asString("");
        }
        return rows;
    }

    private long heads(String month) {
        return EnrollmentUnderTest.service()
                .part(Relations.class)
                .heads(Payer.employer(CreditCode.parse(staffing.employer())), Month.parse(month))
                .getOrDefault(Scheme.EMPLOYEE_PENSION, 0L);
    }

    private static byte[] spreadsheet(String number, String formula) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("职工");
            List<String> header = List.of("kind", "number", "name", "hiredOn", "from", "wage");
            for (int i = 0; i < header.size(); i++) {
                sheet.value(0, i, header.get(i));
            }
            sheet.value(1, 0, "START");
            sheet.value(1, 1, number);
            sheet.value(1, 2, "王芳");
            sheet.value(1, 3, 43845);
            sheet.value(1, 4, "2020-02");
            if (formula == null) {
                sheet.value(1, 5, 6000.5);
            } else {
                sheet.formula(1, 5, formula);
            }
        }
        return out.toByteArray();
    }
}
