package org.nxsi.enrollment.project;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.batch.Refusal;
import org.nxsi.enrollment.sheet.CellInvalid;
import org.nxsi.enrollment.sheet.Column;
import org.nxsi.enrollment.sheet.Sheet;
import org.nxsi.enrollment.sheet.SheetRow;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Workers as they are told: a short list in JSON, or a file. A row that says nothing refuses itself, the others stand.
 *
 * @param file whether it came as a file, which may be long
 * @param digest of what came: the same command with another list is refused
 */
record RosterList(List<RosterRow> rows, boolean file, String digest) {

    /** Longest list in JSON: one chunk, carried out at once. */
    static final int MOST_IN_JSON = RosterChunk.ROWS;

    private static final int MOST_BYTES = 1 << 20;

    private static final Column NUMBER = Column.required("number", "社会保障号码");
    private static final Column NAME = Column.required("name", "姓名");
    private static final Column FROM = Column.optional("from", "进场日期");
    private static final Column TO = Column.optional("to", "退场日期");

    /** Somebody who comes, leaves, or both. @param from first day, 2020-01-31; absent of somebody who leaves */
    record Told(
            @Nullable String number,
            @Nullable String name,
            @Nullable String from,
            @Nullable String to) {}

    record Body(@Nullable List<@Nullable Told> workers) {}

    RosterList {
        rows = List.copyOf(rows);
    }

    /** @throws ProblemException 400 {@code workers-count} */
    static RosterList of(Body body, JsonMapper json) {
        List<@Nullable Told> told = body.workers();
        if (told == null || told.isEmpty() || told.size() > MOST_IN_JSON) {
            throw Problem.badRequest("workers-count", "workers", "1 to " + MOST_IN_JSON + "; longer lists as a file")
                    .exception();
        }
        List<RosterRow> rows = new ArrayList<>(told.size());
        for (Told each : told) {
            rows.add(row(rows.size() + 1, each));
        }
        return new RosterList(rows, false, digest(json.writeValueAsBytes(body)));
    }

    /** @throws ProblemException 413 {@code body-too-large}, and what {@link Sheet#read} refuses */
    static RosterList ofFile(InputStream body, @Nullable String contentType) throws IOException {
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw Problem.of(413, "body-too-large", "at most " + MOST_BYTES + " bytes")
                    .exception();
        }
        Sheet sheet = Sheet.read(bytes, contentType, List.of(NUMBER, NAME, FROM, TO));
        return new RosterList(sheet.rows().stream().map(RosterList::row).toList(), true, digest(bytes));
    }

    private static RosterRow row(SheetRow row) {
        try {
            return RosterRow.of(row.number(), row.text(NUMBER), row.text(NAME), row.date(FROM), row.date(TO));
        } catch (CellInvalid wrong) {
            return RosterRow.refused(
                    row.number(), Refusal.wrong("cell-invalid", wrong.column().key(), wrong.expected()));
        }
    }

    private static RosterRow row(int number, @Nullable Told told) {
        if (told == null || told.number() == null || told.name() == null) {
            return RosterRow.refused(number, Refusal.wrong("row-incomplete", "number", "应填写社会保障号码和姓名"));
        }
        try {
            return RosterRow.of(
                    number,
                    told.number().strip(),
                    told.name().strip(),
                    told.from() == null ? null : LocalDate.parse(told.from()),
                    told.to() == null ? null : LocalDate.parse(told.to()));
        } catch (DateTimeParseException noSuchDay) {
            return RosterRow.refused(number, Refusal.wrong("cell-invalid", "from", "应为真实日期，如 2020-01-31"));
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
