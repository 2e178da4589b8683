package org.nxsi.enrollment.wage;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.sheet.SentRows;
import org.nxsi.enrollment.sheet.SheetRow;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;

/** A body of rows; one row may stand without a list around it. */
record SentWages(
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
        List<@Nullable WageRow> rows) {

    private static final int MOST_ROWS = 1_000;

    /** @throws ProblemException 400 {@code missing-field} without a row; 413 {@code too-many-rows} */
    SentRows sent() {
        if (rows == null || rows.isEmpty()) {
            throw Problem.badRequest("missing-field", "rows", "rows are needed").exception();
        }
        if (rows.size() > MOST_ROWS) {
            throw Problem.of(413, "too-many-rows", "at most " + MOST_ROWS + " rows; a file has up to 5,000")
                    .at("rows")
                    .exception();
        }
        List<SheetRow> all = new ArrayList<>(rows.size());
        for (WageRow each : rows) {
            if (each == null) {
                throw Problem.badRequest("missing-field", "rows.[" + all.size() + "]", "an empty row")
                        .exception();
            }
            all.add(each.asRow(all.size() + 1));
        }
        return SentRows.ofFields(all, rows.toString());
    }
}
