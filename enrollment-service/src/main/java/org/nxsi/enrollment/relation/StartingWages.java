package org.nxsi.enrollment.relation;

import java.time.LocalDate;
import java.util.List;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/** Takes the wages that employers tell when they register employees; a repetition changes nothing. */
public interface StartingWages {

    void declare(CreditCode employer, String declaration, String by, LocalDate on, List<Starting> wages);

    /** @param wage monthly, from the month on */
    record Starting(PersonId person, Month from, Fen wage) {}
}
