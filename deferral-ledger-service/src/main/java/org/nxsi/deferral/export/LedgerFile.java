package org.nxsi.deferral.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the ledger page by page: only the page at hand is in memory. */
final class LedgerFile {

    static final String SHEET = "延期业务台账";

    private LedgerFile() {}

    /** Where the lines come from. */
    @FunctionalInterface
    interface Source {

        /** @param entry the last one written; null at the beginning. An empty page is the end */
        List<LedgerLine> after(@Nullable String entry);
    }

    /**
     * @param first the first page, read before anything was written, so that a refusal still can be one
     * @return how many lines
     */
    static long write(ExportFormat format, List<LedgerLine> first, Source source, OutputStream out) throws IOException {
        RowWriter rows = format.open(out, SHEET, LedgerColumn.count());
        rows.row(LedgerColumn.titles());
        long number = 0;
        List<LedgerLine> page = first;
        while (!page.isEmpty()) {
            for (LedgerLine line : page) {
                rows.row(LedgerColumn.cells(++number, line));
            }
            page = source.after(page.getLast().entry());
        }
        rows.finish();
        return number;
    }
}
