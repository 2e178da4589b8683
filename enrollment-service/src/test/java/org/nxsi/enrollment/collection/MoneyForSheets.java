package org.nxsi.enrollment.collection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.EnrollmentUnderTest;
import org.nxsi.enrollment.assessment.AssessmentSheet;
import org.nxsi.enrollment.assessment.SchemeTotal;
import org.nxsi.enrollment.assessment.Sheets;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/** Money that arrives for sheets, and what the ledger says of them: straight at the dues, for tests of what reads them. */
public final class MoneyForSheets {

    private static final Instant AT = Instant.parse("2020-02-10T02:00:00Z");

    private MoneyForSheets() {}

    /** All that the sheet charges arrives on a day. */
    public static void paid(Payer payer, String month, String on) {
        post(
                payer,
                month,
                due -> List.of(Posting.paid(
                        "64|test-" + payer.id() + "-" + due.scheme() + "-" + month,
                        AT,
                        LocalDate.parse(on),
                        due.employer().plus(due.person()),
                        Fen.ZERO)));
    }

    /** It was not paid in time in an emergency. */
    public static void putOff(Payer payer, String month, String on, @Nullable String deadline) {
        post(payer, month, due -> {
            List<Posting> told = new ArrayList<>();
            told.add(Posting.putOff(AT, LocalDate.parse(on), "EP-640000-1"));
            if (deadline != null) {
                told.add(Posting.ofLedger(
                        Posting.Kind.DEADLINE,
                        "lifted-" + deadline,
                        AT,
                        LocalDate.parse(on),
                        "entry",
                        LocalDate.parse(deadline)));
            }
            return told;
        });
    }

    private interface Telling {

        List<Posting> of(SchemeTotal due);
    }

    private static void post(Payer payer, String month, Telling telling) {
        AssessmentSheet sheet = EnrollmentUnderTest.service()
                .part(Sheets.class)
                .find(payer, Month.parse(month))
                .orElseThrow();
        for (SchemeTotal total : sheet.totals()) {
            List<Posting> postings = new ArrayList<>(telling.of(total));
            postings.add(Posting.charged(
                    new Charged(
                            sheet.number(),
                            sheet.revision(),
                            sheet.area(),
                            total.employer(),
                            total.person(),
                            sheet.dueDate(),
                            total.persons()),
                    AT,
                    sheet.issuedOn()));
            EnrollmentUnderTest.service()
                    .part(PostingToDues.class)
                    .post(Map.of(new DueKey(payer, total.scheme(), sheet.month()), postings), sheet.area());
        }
    }
}
