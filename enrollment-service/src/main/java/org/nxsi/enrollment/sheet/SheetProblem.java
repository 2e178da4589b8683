package org.nxsi.enrollment.sheet;

import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;

/** Why a file is refused as a whole: nothing of it is done. */
final class SheetProblem {

    private static final int LETTERS = 26;

    private SheetProblem() {}

    static ProblemException unreadable(String detail) {
        return Problem.of(400, "sheet-unreadable", detail).exception();
    }

    static ProblemException tooLarge(String detail) {
        return Problem.of(413, "sheet-too-large", detail).exception();
    }

    static ProblemException header(String detail) {
        return Problem.of(400, "sheet-header-wrong", detail).with("row", 1).exception();
    }

    /** @param column from 0 */
    static ProblemException cell(String code, int row, int column, String detail) {
        return Problem.badRequest(code, letters(column) + row, detail)
                .with("row", row)
                .with("column", letters(column))
                .exception();
    }

    /** As spreadsheets name columns: A, B, … Z, AA. */
    static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % LETTERS));
        return column < LETTERS ? last : letters(column / LETTERS - 1) + last;
    }
}
