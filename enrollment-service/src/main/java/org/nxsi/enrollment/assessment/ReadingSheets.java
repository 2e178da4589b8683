package org.nxsi.enrollment.assessment;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.person.Known;
import org.nxsi.enrollment.person.PersonRegister;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.Page;
import org.nxsi.platform.web.PageRequest;
import org.nxsi.platform.web.Problem;
import org.springframework.stereotype.Component;

/** Sheets and lines as payers and staff read them. */
@Component
class ReadingSheets {

    /** Months of one question. */
    static final int MOST_MONTHS = 36;

    private final Sheets sheets;
    private final AssessedMonths months;
    private final PersonRegister persons;

    ReadingSheets(Sheets sheets, AssessedMonths months, PersonRegister persons) {
        this.sheets = sheets;
        this.months = months;
        this.persons = persons;
    }

    AssessmentSheet require(Payer payer, Month month) {
        return sheets.find(payer, month)
                .orElseThrow(() -> Problem.notFound("sheet-unknown", "nothing is assessed for " + month)
                        .exception());
    }

    List<AssessmentSheet> between(Payer payer, Month from, Month to) {
        int apart = from.until(to);
        if (apart < 0 || apart >= MOST_MONTHS) {
            throw Problem.badRequest("invalid-parameter", "from", "1 to " + MOST_MONTHS + " months")
                    .exception();
        }
        return sheets.of(
                payer, IntStream.rangeClosed(0, apart).mapToObj(from::plus).toList());
    }

    Page<LineView> lines(AssessmentSheet sheet, PageRequest request) {
        List<AssessedMonth> lines =
                months.ofSheet(sheet.payer(), sheet.month(), person(request.after()), request.limit() + 1);
        Map<PersonId, Known> known =
                persons.findAll(lines.stream().map(AssessedMonth::person).toList());
        return Page.of(lines, request, line -> line.person().value())
                .map(line -> LineView.of(line, known.get(line.person())));
    }

    private static @Nullable PersonId person(@Nullable String after) {
        if (after == null) {
            return null;
        }
        if (PersonId.check(after) != null) {
            throw Problem.badRequest("invalid-parameter", "cursor", "not a cursor of this list")
                    .exception();
        }
        return PersonId.parse(after);
    }
}
