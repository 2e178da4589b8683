package org.nxsi.pension.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Fen;

class RosterRowsTest {

    private static final int ROW_LIMIT = 4096;

    @Test
    void the_first_row_of_a_person_wins() throws IOException {
        String person = RosterFile.newNumber();

        List<String> verdicts = read(RosterFile.utf8()
                .line(RosterFile.row(person))
                .line(RosterFile.row(person, "李红", "1.00"))
                .line(RosterFile.row(RosterFile.newNumber())));

        assertThat(verdicts).containsExactly("2 good", "3 duplicate-person", "4 good");
    }

    @Test
    void a_bad_row_does_not_stand_in_the_way_of_a_good_one_of_the_same_person() throws IOException {
        String person = RosterFile.newNumber();

        List<String> verdicts = read(
                RosterFile.utf8().line(RosterFile.row(person, "王明", "-1.00")).line(RosterFile.row(person)));

        assertThat(verdicts).containsExactly("2 amount-negative", "3 good");
    }

    @Test
    void the_same_person_with_a_small_and_a_capital_x_is_the_same_person() throws IOException {
        List<String> verdicts = read(RosterFile.utf8()
                .line(RosterFile.row("64030319651231003X"))
                .line(RosterFile.row("64030319651231003x")));

        assertThat(verdicts).containsExactly("2 good", "3 duplicate-person");
    }

    @Test
    void a_row_may_have_4096_bytes_and_no_more() throws IOException {
        String row = RosterFile.row(RosterFile.newNumber());
        int padding = ROW_LIMIT - row.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;

        List<String> verdicts = read(RosterFile.utf8()
                .line(row + "0".repeat(padding))
                .line(row + "0".repeat(padding + 1))
                .line(row));

        assertThat(verdicts).containsExactly("2 date-format", "3 row-too-long", "4 good");
    }

    @Test
    void a_row_in_another_encoding_than_the_file_is_bad_and_harms_no_other() throws IOException {
        List<String> verdicts = read(RosterFile.utf8()
                .persons(1)
                .line(RosterFile.row(RosterFile.newNumber()).getBytes(java.nio.charset.Charset.forName("GB18030")))
                .persons(1));

        assertThat(verdicts).containsExactly("2 good", "3 row-encoding", "4 good");
    }

    @Test
    void a_quote_that_is_never_closed_spoils_its_own_row_alone() throws IOException {
        List<String> verdicts = read(RosterFile.utf8().line("\"6401,").persons(1));

        assertThat(verdicts).containsExactly("2 row-quotes", "3 good");
    }

    @Test
    void missing_and_surplus_columns_are_named_and_empty_lines_passed_over() throws IOException {
        List<String> verdicts = read(RosterFile.utf8()
                .line("640104,王明")
                .line("")
                .line(RosterFile.row(RosterFile.newNumber()) + ",正常")
                .persons(1));

        assertThat(verdicts).containsExactly("2 row-columns", "4 row-columns", "5 good");
    }

    @Test
    void a_gb_18030_file_reads_the_same() throws IOException {
        assertThat(read(RosterFile.gb18030().line(RosterFile.row(RosterFile.newNumber(), "马𠮷", "1.00"))))
                .containsExactly("2 good");
    }

    private static List<String> read(RosterFile file) throws IOException {
        RowReader reader = new RowReader(new ByteArrayInputStream(file.bytes()), 1_000_000, ROW_LIMIT);
        reader.next();
        RosterRows rows = new RosterRows(
                reader,
                RosterHeader.of(reader.copy()),
                new RowCheck(AreaCode.NINGXIA, Set.of("102"), Fen.ofYuan("100000.00")),
                ROW_LIMIT);
        List<String> verdicts = new ArrayList<>();
        for (CheckedRow row = rows.next(); row != null; row = rows.next()) {
            verdicts.add(
                    switch (row) {
                        case CheckedRow.Good(RosterRow good) -> good.row() + " good";
                        case CheckedRow.Bad(List<RowFault> faults) ->
                            faults.getFirst().row() + " " + faults.getFirst().code();
                    });
        }
        return verdicts;
    }
}
