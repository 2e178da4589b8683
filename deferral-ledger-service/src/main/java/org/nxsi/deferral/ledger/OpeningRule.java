package org.nxsi.deferral.ledger;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nxsi.deferral.period.Period;
import org.nxsi.deferral.period.Register;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.IdentifierProblem;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/** What may stand in the ledger: the right subject, business that it can have, and a due date within an emergency period. */
final class OpeningRule {

    private static final Pattern SCHEME = Pattern.compile("[1-9][0-9]{2}");

    private OpeningRule() {}

    /** What is wrong with the name of an entry; null if nothing is. */
    static @Nullable Refusal ofKey(EntryKey key) {
        IdentifierProblem wrong = key.subjectKind().check(key.subjectId());
        if (wrong != null) {
            return Refusal.wrong(wrong.code(), "subjectId", wrong.text());
        }
        if (!key.kind().fits(key.subjectKind())) {
            return Refusal.wrong(
                    "kind-does-not-fit-subject",
                    "kind",
                    key.subjectKind().title() + "没有“" + key.kind().title() + "”业务");
        }
        return null;
    }

    /** What is wrong with a scheme and an amount; null if nothing is. */
    static @Nullable Refusal ofAmount(@Nullable String scheme, @Nullable Fen amount) {
        if (scheme == null || !SCHEME.matcher(scheme).matches()) {
            return Refusal.wrong("scheme-unknown", "scheme", "险种代码应为三位数字（AAE140）");
        }
        if (amount != null && !amount.isPositive()) {
            return Refusal.wrong("amount-not-positive", "amount", "金额应大于零；未知时不填");
        }
        return null;
    }

    /** The period that covers a due date; empty refuses. */
    static Optional<Period> period(Register register, String area, LocalDate dueDate) {
        return register.inForce(AreaCode.parse(area), dueDate);
    }

    static Refusal noPeriod() {
        return Refusal.byLaw("no-emergency-period", "dueDate", "应办日期不在该地区的疫情防控期间内，不属于延期办理");
    }

    /**
     * Whether the month can be what is due on the day: not later than that, and not from before the emergency, unless it is
     * made up in a lump sum. Null if it can.
     */
    static @Nullable Refusal ofMonth(EntryKey key, LocalDate dueDate, Period period) {
        boolean tooLate = key.month().isAfter(Month.of(dueDate));
        boolean tooEarly = key.kind() != Kind.LUMP_SUM_MAKE_UP
                && key.month().isBefore(Month.of(period.from()).plus(-1));
        return tooLate || tooEarly ? Refusal.byLaw("month-outside-period", "month", "所属期不在疫情防控期间内，不属于延期办理") : null;
    }
}
