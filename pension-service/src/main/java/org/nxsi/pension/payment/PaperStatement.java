package org.nxsi.pension.payment;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;

/**
 * The lines of a paper statement about one batch, as CSV: {@value #HEADER}. Kind is PAYMENT or RETURN, the reason stands
 * on returns only. A header alone says that the paper shows nothing of the batch.
 */
final class PaperStatement {

    static final String HEADER = "endToEndId,kind,amount,account,bookedOn,reason";

    /** A payment and a return for each of a batch's payees. */
    private static final int MOST_LINES = 10_000;

    private static final int CELLS = 6;

    private PaperStatement() {}

    /** @throws ProblemException 400 naming the line that is not understood */
    static void read(String csv, StatementEvidence evidence) {
        String[] lines = csv.strip().split("\\R", -1);
        if (!lines[0].strip().equals(HEADER) || lines.length - 1 > MOST_LINES) {
            throw refused(1, "the first line is " + HEADER + ", and at most " + MOST_LINES + " follow");
        }
        for (int i = 1; i < lines.length; i++) {
            String[] cells = lines[i].split(",", -1);
            if (cells.length != CELLS) {
                throw refused(i + 1, CELLS + " cells are expected");
            }
            try {
                line(cells, evidence);
            } catch (IllegalArgumentException | DateTimeException wrong) {
                throw refused(i + 1, String.valueOf(wrong.getMessage()));
            }
        }
    }

    private static void line(String[] cells, StatementEvidence evidence) {
        String endToEndId = cells[0].strip();
        Fen amount = Fen.ofYuan(cells[2].strip());
        String account = cells[3].strip();
        LocalDate day = LocalDate.parse(cells[4].strip());
        String reason = cells[5].strip();
        switch (cells[1].strip()) {
            case "PAYMENT" -> evidence.credited(endToEndId, amount, account, day);
            case "RETURN" -> evidence.cameBack(endToEndId, amount, account, day, reason);
            default -> throw new IllegalArgumentException("kind is PAYMENT or RETURN");
        }
    }

    private static ProblemException refused(int line, String why) {
        return Problem.badRequest("paper-not-understood", "paper", "line " + line + ": " + why)
                .with("line", line)
                .exception();
    }
}
