package org.nxsi.pension.roster;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/** How months, dates and amounts are written in a roster, and in no other way. */
final class CellForms {

    private static final Pattern MONTH = Pattern.compile("(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])");
    private static final Pattern DATE = Pattern.compile("(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])");
    private static final Pattern AMOUNT = Pattern.compile("-?(0|[1-9][0-9]{0,13})\\.[0-9]{2}");

    private final Fen largest;

    /** @param largest largest amount that is believed */
    CellForms(Fen largest) {
        this.largest = largest;
    }

    @Nullable
    Month month(String text) {
        return MONTH.matcher(text).matches() ? Month.parse(text) : null;
    }

    @Nullable
    LocalDate date(String text) {
        if (!DATE.matcher(text).matches()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /** What is wrong with an amount; null if nothing is, and then it is one in yuan with two decimals. */
    RowFault.@Nullable Kind amountFault(String text) {
        if (!AMOUNT.matcher(text).matches()) {
            return RowFault.Kind.AMOUNT_FORM;
        }
        if (text.charAt(0) == '-') {
            return RowFault.Kind.AMOUNT_NEGATIVE;
        }
        return Fen.ofYuan(text).compareTo(largest) > 0 ? RowFault.Kind.AMOUNT_TOO_LARGE : null;
    }
}
