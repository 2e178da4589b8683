package org.nxsi.enrollment.wage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.batch.Refusal;
import org.nxsi.enrollment.sheet.CellInvalid;
import org.nxsi.enrollment.sheet.Column;
import org.nxsi.enrollment.sheet.SheetRow;
import org.nxsi.platform.identity.IdentifierProblem;
import org.nxsi.platform.identity.PersonName;
import org.nxsi.platform.identity.SocialNumber;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/** The columns of lists of wages, and how a row of them is read. */
final class WageColumns {

    static final Column NUMBER = Column.required("number", "社会保障号码");
    static final Column NAME = Column.optional("name", "姓名");
    static final Column WAGE = Column.required("wage", "月工资");
    static final Column FROM = Column.required("from", "起始年月");
    static final List<Column> ALL = List.of(NUMBER, NAME, WAGE, FROM);

    /** More than this in a month is a slip of the pen. */
    private static final Fen HIGHEST = Fen.ofYuan("9999999.99");

    /** Three years and more are made up for by the agency alone, on a paper. */
    private static final int MONTHS_BACK = 36;

    private WageColumns() {}

    /** What a row says: either of the two is null. */
    record Read(
            int row, @Nullable WageOrder order, @Nullable Refusal refusal) {}

    static Read read(SheetRow row, Month now) {
        String number = row.text(NUMBER);
        String name = row.text(NAME);
        try {
            Refusal wrong = wrong(number, name, row.amount(WAGE), row.month(FROM), now);
            Fen wage = row.amount(WAGE);
            Month from = row.month(FROM);
            if (wrong != null || wage == null || from == null) {
                return new Read(row.number(), null, wrong);
            }
            PersonName given = name.isEmpty() ? null : PersonName.parse(name);
            return new Read(
                    row.number(), new WageOrder(row.number(), SocialNumber.parse(number), given, wage, from), null);
        } catch (CellInvalid invalid) {
            Refusal refusal = Refusal.wrong(
                    "field-invalid", invalid.column().key(), invalid.column().title() + "：" + invalid.expected());
            return new Read(row.number(), null, refusal);
        }
    }

    private static @Nullable Refusal wrong(
            String number, String name, @Nullable Fen wage, @Nullable Month from, Month now) {
        IdentifierProblem badNumber = SocialNumber.check(number);
        if (badNumber != null) {
            return Refusal.wrong(badNumber.code(), NUMBER.key(), badNumber.text());
        }
        IdentifierProblem badName = name.isEmpty() ? null : PersonName.check(name);
        if (badName != null) {
            return Refusal.wrong(badName.code(), NAME.key(), badName.text());
        }
        if (wage == null) {
            return Refusal.wrong("field-missing", WAGE.key(), "应填月工资");
        }
        if (!wage.isPositive()) {
            return Refusal.wrong("wage-not-positive", WAGE.key(), "月工资应大于零");
        }
        if (wage.compareTo(HIGHEST) > 0) {
            return Refusal.wrong("wage-implausible", WAGE.key(), "月工资不超过 " + HIGHEST + " 元");
        }
        return from == null ? Refusal.wrong("field-missing", FROM.key(), "应填起始年月") : month(from, now);
    }

    private static @Nullable Refusal month(Month from, Month now) {
        if (from.isAfter(now.next())) {
            return Refusal.wrong("month-too-late", FROM.key(), "起始年月最晚为下月");
        }
        return from.until(now) < MONTHS_BACK
                ? null
                : Refusal.wrong("made-up-at-the-agency-only", FROM.key(), "追溯三年及以上的工资，须凭法院、审计、监察或仲裁文书到经办机构补办")
                        .under("人社部规〔2016〕5号");
    }
}
