package org.nxsi.pension.roster;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file after its header, each checked, also against all rows before it: the first row of a person under a
 * scheme wins. Empty lines are passed over.
 */
final class RosterRows {

    private final RowReader reader;
    private final RosterHeader header;
    private final RosterEncoding.Decoder decoder;
    private final RowCheck check;
    private final PersonsSeen seen = new PersonsSeen();

    RosterRows(RowReader reader, RosterHeader header, RowCheck check, int rowLimit_bytes) {
        this.reader = reader;
        this.header = header;
        this.decoder = header.encoding().decoder(rowLimit_bytes + 1);
        this.check = check;
    }

    /** @return null at the end */
    @Nullable
    CheckedRow next() throws IOException {
        while (reader.next()) {
            if (reader.length() > 0) {
                return checked();
            }
        }
        return null;
    }

    private CheckedRow checked() {
        int row = reader.number();
        if (reader.isTooLong()) {
            return CheckedRow.Bad.of(row, RowFault.Kind.ROW_TOO_LONG);
        }
        @Nullable String text = decoder.decode(reader.bytes(), 0, reader.length());
        if (text == null) {
            return CheckedRow.Bad.of(row, RowFault.Kind.ROW_ENCODING);
        }
        @Nullable List<String> cells = CsvCells.split(text);
        if (cells == null) {
            return CheckedRow.Bad.of(row, RowFault.Kind.ROW_QUOTES);
        }
        if (cells.size() != header.columns()) {
            return CheckedRow.Bad.of(row, RowFault.Kind.ROW_COLUMNS);
        }
        CheckedRow checked = check.check(row, cells);
        if (checked instanceof CheckedRow.Good(RosterRow good) && !seen.add(good.number(), good.scheme())) {
            return CheckedRow.Bad.of(row, RowFault.Kind.DUPLICATE_PERSON);
        }
        return checked;
    }
}
