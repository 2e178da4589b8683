package org.nxsi.enrollment.assessment;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.platform.money.Month;

/** Walks the lines of a sheet page by page, so that a large employer's need no more memory than a page. */
final class SheetLines implements Iterator<AssessedMonth> {

    private final AssessedMonths months;
    private final Payer payer;
    private final Month month;
    private List<AssessedMonth> page;
    private int at;

    SheetLines(AssessedMonths months, Payer payer, Month month) {
        this.months = months;
        this.payer = payer;
        this.month = month;
        this.page = months.ofSheet(payer, month, null, AssessedMonths.AT_ONCE);
    }

    @Override
    public boolean hasNext() {
        if (at == AssessedMonths.AT_ONCE) {
            page = months.ofSheet(payer, month, page.getLast().person(), AssessedMonths.AT_ONCE);
            at = 0;
        }
        return at < page.size();
    }

    @Override
    public AssessedMonth next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.get(at++);
    }
}
