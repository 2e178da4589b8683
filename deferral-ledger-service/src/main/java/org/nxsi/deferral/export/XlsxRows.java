package org.nxsi.deferral.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** One sheet of text cells. Strings stand in their cells, not in a table at the end, so that none has to be kept. */
final class XlsxRows implements RowWriter {

    private static final int ROWS_AT_ONCE = 500;
    private static final double USUAL_WIDTH = 18;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int written;

    XlsxRows(OutputStream out, String sheetName, int columns) {
        // the version is the format's XX.YYYY; nothing in the file tells more than the file itself
        workbook = new Workbook(out, "NXSI", "1.0000");
        sheet = workbook.newWorksheet(sheetName);
        sheet.freezePane(0, 1);
        for (int column = 0; column < columns; column++) {
            sheet.width(column, USUAL_WIDTH);
        }
    }

    @Override
    public void row(List<String> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            sheet.inlineString(written, column, CellText.of(cells.get(column)));
        }
        written++;
        if (written % ROWS_AT_ONCE == 0) {
            sheet.flush();
        }
    }

    @Override
    public void finish() throws IOException {
        workbook.finish();
    }
}
