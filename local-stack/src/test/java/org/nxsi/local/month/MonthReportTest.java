package org.nxsi.local.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nxsi.local.month.MonthReport.Phases;
import tools.jackson.databind.JsonNode;

class MonthReportTest {

    @TempDir
    Path folder;

    @Test
    void a_month_that_balances_everywhere_ends_with_0() {
        assertThat(report(99, 1, 0, 9_900, 100, 0, 9_900, true).exitCode()).isZero();
    }

    @Test
    void a_person_without_an_end_ends_with_1() {
        assertThat(report(98, 1, 0, 9_900, 100, 0, 9_900, true).exitCode()).isEqualTo(1);
    }

    @Test
    void a_fen_without_an_end_ends_with_1() {
        assertThat(report(99, 1, 0, 9_899, 100, 0, 9_899, true).exitCode()).isEqualTo(1);
    }

    @Test
    void a_fen_more_in_the_banks_books_than_in_ours_ends_with_1() {
        assertThat(report(99, 1, 0, 9_900, 100, 0, 9_901, true).exitCode()).isEqualTo(1);
    }

    @Test
    void fund_books_out_of_balance_end_with_1() {
        assertThat(report(99, 1, 0, 9_900, 100, 0, 9_900, false).exitCode()).isEqualTo(1);
    }

    @Test
    void a_payment_of_unknown_fate_may_stand_in_the_banks_books_or_not() {
        assertThat(report(98, 1, 1, 9_800, 100, 100, 9_800, true).exitCode()).isZero();
        assertThat(report(98, 1, 1, 9_800, 100, 100, 9_900, true).exitCode()).isZero();
        assertThat(report(98, 1, 1, 9_800, 100, 100, 9_901, true).exitCode()).isEqualTo(1);
    }

    @Test
    void the_file_has_exactly_the_fields_that_were_agreed() throws IOException {
        Path file = folder.resolve("deeper/r.json");

        report(99, 1, 0, 9_900, 100, 0, 9_900, true).write(file);

        JsonNode json = HttpCalls.JSON.readTree(file.toFile());
        assertThat(json.propertyNames())
                .containsExactlyElementsOf(List.of(
                        "payees",
                        "entitled",
                        "paid",
                        "returned",
                        "unknown",
                        "exceptions",
                        "entitledFen",
                        "paidFen",
                        "returnedFen",
                        "bankBooksFen",
                        "fundBooksBalanced",
                        "bankBooksMatch",
                        "startSeconds",
                        "runSeconds",
                        "payeesPerSecond",
                        "phases"));
        assertThat(json.path("phases").propertyNames()).containsExactly("import", "calculate", "pay", "reconcile");
        assertThat(json.path("payeesPerSecond").asDouble()).isEqualTo(25.0);
    }

    private static MonthReport report(
            long paid,
            long returned,
            long unknown,
            long paid_fen,
            long returned_fen,
            long unknown_fen,
            long banks_fen,
            boolean balanced) {
        return new MonthReport(
                100,
                100,
                paid,
                returned,
                unknown,
                0,
                10_000,
                paid_fen,
                returned_fen,
                unknown_fen,
                0,
                banks_fen,
                balanced,
                20,
                4,
                new Phases(1, 1, 1, 1),
                new MonthReport.Confirmations(1, 1, 1, 1, 1, 1));
    }
}
