package org.nxsi.local.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nxsi.local.roster.RosterRow;

class BankColumnsTest {

    private static final String HEADER = String.join(",", RosterRow.HEADER);
    private static final String ROW =
            "64010419550112999X,马·明,640104,110,2015-02,1.00,1.00,1.00,0.00,102,6222080000000000001,马·明,2020-12-31,冻结";

    @TempDir
    Path folder;

    @Test
    void only_the_bank_columns_reach_the_banks() throws IOException {
        assertThat(copied(HEADER + "\n" + ROW + "\n", StandardCharsets.UTF_8))
                .isEqualTo("102,6222080000000000001,马·明,冻结\n");
    }

    @Test
    void a_byte_order_mark_and_windows_line_ends_do_no_harm() throws IOException {
        assertThat(copied("\uFEFF" + HEADER + "\r\n" + ROW + "\r\n", StandardCharsets.UTF_8))
                .isEqualTo("102,6222080000000000001,马·明,冻结\n");
    }

    @Test
    void gb_18030_is_read_as_such() throws IOException {
        assertThat(copied(HEADER + "\n" + ROW + "\n", Charset.forName("GB18030")))
                .isEqualTo("102,6222080000000000001,马·明,冻结\n");
    }

    @Test
    void without_the_column_for_it_every_account_is_in_order() throws IOException {
        String header = HEADER.replace(",银行侧状态", "");
        String row = ROW.replace(",冻结", "");

        assertThat(copied(header + "\n" + row, StandardCharsets.UTF_8)).isEqualTo("102,6222080000000000001,马·明,正常\n");
    }

    @Test
    void lines_that_name_no_account_are_left_to_the_import() throws IOException {
        String long_line = "x".repeat(100_000);

        assertThat(copied(HEADER + "\nnonsense\n" + long_line + "\n\n" + ROW, StandardCharsets.UTF_8))
                .isEqualTo("102,6222080000000000001,马·明,冻结\n");
    }

    @Test
    void another_header_opens_nothing() throws IOException {
        assertThat(copied("a,b,c\n1,2,3\n", StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void quoted_cells_may_hold_commas_and_quotes() {
        assertThat(BankColumns.cells("a,\"b,\"\"c\"\"\",,d")).containsExactly("a", "b,\"c\"", "", "d");
    }

    private String copied(String roster, Charset charset) throws IOException {
        Path file = folder.resolve("roster.csv");
        Path accounts = folder.resolve("accounts.csv");
        Files.write(file, roster.getBytes(charset));
        long count = BankColumns.copy(file, accounts);
        String text = Files.readString(accounts);
        assertThat(text.lines()).hasSize((int) count);
        return text;
    }
}
