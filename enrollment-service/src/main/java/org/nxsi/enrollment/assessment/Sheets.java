package org.nxsi.enrollment.assessment;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Issues sheets, whoever the payer is. First the lines, then the sheet itself, then whoever collects is told: killed at any
 * point, a repetition finishes it. Two at once for the same payer and month: the second is refused until the first is done.
 */
@Component
public class Sheets {

    private final SheetDocuments sheets;
    private final AssessedMonths months;
    private final SheetEvents events;
    private final ObjectProvider<Charging> charging;

    Sheets(SheetDocuments sheets, AssessedMonths months, SheetEvents events, ObjectProvider<Charging> charging) {
        this.sheets = sheets;
        this.months = months;
        this.events = events;
        this.charging = charging;
    }

    public Optional<AssessmentSheet> find(Payer payer, Month month) {
        return Optional.ofNullable(sheets.find(payer, month));
    }

    /** A payer's sheets of some months, those that there are, by month. */
    public List<AssessmentSheet> of(Payer payer, Collection<Month> some) {
        return sheets.of(payer, some);
    }

    /**
     * Assesses a payer's month. The same as it stands makes no new revision; an assessment of what nobody declared never
     * replaces another.
     *
     * @return the sheet as it stands afterwards
     * @throws ProblemException 409 {@code sheet-in-work} while somebody else assesses the same month; 422 {@code
     *     policy-unknown} if a scheme that was assessed before cannot be any more; 409 {@code too-many-revisions}
     */
    public AssessmentSheet issue(SheetOrder order) {
        String me = UUID.randomUUID().toString();
        SheetDocument claimed = sheets.claim(order.sheet(), me);
        if (claimed == null) {
            throw inWork(order).exception();
        }
        AssessmentSheet issued;
        try {
            issued = issue(order, claimed.sheet(), me);
        } finally {
            sheets.release(order.sheet(), me);
        }
        charge(issued);
        return issued;
    }

    private AssessmentSheet issue(SheetOrder order, @Nullable AssessmentSheet before, String me) {
        String digest = Digest.of(order);
        if (before != null
                && (order.ground() == Ground.UNDECLARED
                        || before.digest().equals(digest)
                        || before.isIssuedFor(order.cause()))) {
            return before;
        }
        NextRevision next = new NextRevision(order, before, digest);
        next.refuseIfImpossible();
        writeLines(next, me);
        AssessmentSheet sheet = next.sheet(summedUp(next));
        if (!sheets.issue(me, sheet, events.assessed(sheet))) {
            throw inWork(order).exception();
        }
        return sheet;
    }

    /** What a crash left of an earlier attempt counts as standing: it is written over, or emptied. */
    private void writeLines(NextRevision next, String me) {
        SheetOrder order = next.order();
        boolean fresh = months.ofSheet(order.payer(), order.month(), null, 1).isEmpty();
        List<AssessedMonth> lines = next.lines(fresh ? List.of() : standing(order));
        for (int from = 0; from < lines.size(); from += AssessedMonths.AT_ONCE) {
            if (!sheets.renew(order.sheet(), me)) {
                throw inWork(order).exception();
            }
            months.write(lines.subList(from, Math.min(lines.size(), from + AssessedMonths.AT_ONCE)), fresh);
        }
    }

    /** Of what stands in the store, not of what was meant to. */
    private Totals summedUp(NextRevision next) {
        Totals totals = new Totals();
        next.order().whole().forEach(totals::addWhole);
        if (next.order().whole().isEmpty()) {
            standing(next.order()).forEach(totals::add);
        }
        return totals;
    }

    private Iterable<AssessedMonth> standing(SheetOrder order) {
        return () -> new SheetLines(months, order.payer(), order.month());
    }

    /** Tells whoever collects; if that fails it is done again later, see {@link ChargingLater}. */
    void charge(AssessmentSheet sheet) {
        Charging collector = charging.getIfAvailable();
        if (collector != null) {
            collector.charge(sheet.charges());
            sheets.charged(sheet);
        }
    }

    private static Problem inWork(SheetOrder order) {
        return Problem.conflict("sheet-in-work", order.sheet() + " is being assessed by somebody else, try again");
    }
}
