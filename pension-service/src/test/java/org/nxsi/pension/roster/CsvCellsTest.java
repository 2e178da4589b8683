package org.nxsi.pension.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellsTest {

    @Property
    void what_was_written_with_quotes_is_read_again(@ForAll("rows") List<String> cells) {
        String row = cells.stream()
                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","));

        assertThat(CsvCells.split(row)).isEqualTo(cells);
    }

    @Property
    void plain_cells_are_read_as_they_stand(@ForAll("plainRows") List<String> cells) {
        assertThat(CsvCells.split(String.join(",", cells))).isEqualTo(cells);
    }

    @Provide
    Arbitrary<List<String>> rows() {
        return Arbitraries.strings()
                .withChars(",\"'张 =0")
                .ofMaxLength(6)
                .list()
                .ofMinSize(1)
                .ofMaxSize(15);
    }

    @Provide
    Arbitrary<List<String>> plainRows() {
        return Arbitraries.strings()
                .withChars("王明·.0-'")
                .ofMaxLength(6)
                .list()
                .ofMinSize(1)
                .ofMaxSize(15);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"never closed,1", "\"closed\" too late,1", "in the \"middle\",1", "1,\"", "\"\"\""})
    void quotes_in_other_places_are_refused(String row) {
        assertThat(CsvCells.split(row)).isNull();
    }

    @Test
    void an_empty_cell_at_the_end_counts() {
        assertThat(CsvCells.split("1,")).containsExactly("1", "");
        assertThat(CsvCells.split("\"1\",")).containsExactly("1", "");
    }
}
