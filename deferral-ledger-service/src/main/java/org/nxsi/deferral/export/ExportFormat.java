package org.nxsi.deferral.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;

/** The kinds of file. */
enum ExportFormat {
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    CSV("text/csv; charset=UTF-8");

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** @throws ProblemException 400 {@code invalid-parameter} for any other name */
    static ExportFormat of(String name) {
        return Arrays.stream(values())
                .filter(format -> format.suffix().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest("invalid-parameter", "format", "format is xlsx or csv")
                        .exception());
    }

    String mediaType() {
        return mediaType;
    }

    String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }

    RowWriter open(OutputStream out, String sheetName, int columns) throws IOException {
        return switch (this) {
            case XLSX -> new XlsxRows(out, sheetName, columns);
            case CSV -> new CsvRows(out);
        };
    }
}
