package org.nxsi.simulators.bank;

import java.util.Map;
import org.nxsi.simulators.bank.BookRecord.Allotted;
import org.nxsi.simulators.bank.BookRecord.Booked;
import org.nxsi.simulators.bank.BookRecord.Refused;
import org.nxsi.simulators.bank.BookRecord.ReturnedLate;
import org.nxsi.simulators.bank.BookRecord.Told;
import tools.jackson.databind.json.JsonMapper;

/** Book records as lines that people can read too: the kind, a blank, JSON. */
final class BookLines {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Map<String, Class<? extends BookRecord>> KINDS = Map.of(
            "booked", Booked.class,
            "refused", Refused.class,
            "allotted", Allotted.class,
            "returned-late", ReturnedLate.class,
            "told", Told.class);

    private BookLines() {}

    static String write(BookRecord record) {
        return kind(record) + ' ' + JSON.writeValueAsString(record);
    }

    static BookRecord read(String line) {
        int blank = line.indexOf(' ');
        Class<? extends BookRecord> type = KINDS.get(line.substring(0, Math.max(0, blank)));
        if (type == null) {
            throw new IllegalStateException("unknown kind of book record");
        }
        return JSON.readValue(line.substring(blank + 1), type);
    }

    private static String kind(BookRecord record) {
        return switch (record) {
            case Booked _ -> "booked";
            case Refused _ -> "refused";
            case Allotted _ -> "allotted";
            case ReturnedLate _ -> "returned-late";
            case Told _ -> "told";
        };
    }
}
