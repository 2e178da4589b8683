package org.nxsi.enrollment.relation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.batch.Refusal;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.enrollment.sheet.CellInvalid;
import org.nxsi.enrollment.sheet.Column;
import org.nxsi.enrollment.sheet.SheetRow;
import org.nxsi.platform.identity.IdentifierProblem;
import org.nxsi.platform.identity.PersonName;
import org.nxsi.platform.identity.SocialNumber;

/** The columns of lists of employees, and how a row of them is read. */
final class EmployeeColumns {

    static final Column KIND = Column.required("kind", "变更类型");
    static final Column NUMBER = Column.required("number", "社会保障号码");
    static final Column NAME = Column.required("name", "姓名");
    static final Column HIRED_ON = Column.optional("hiredOn", "用工日期");
    static final Column FROM = Column.optional("from", "参保年月");
    static final Column LAST = Column.optional("last", "停保年月");
    static final Column SCHEMES = Column.optional("schemes", "险种");
    static final Column WAGE = Column.optional("wage", "月工资");
    static final Column REASON = Column.optional("reason", "停保原因");
    static final Column PROOF = Column.optional("proof", "证明材料");

    static final List<Column> ALL = List.of(KIND, NUMBER, NAME, HIRED_ON, FROM, LAST, SCHEMES, WAGE, REASON, PROOF);

    private static final int LONGEST = 200;
    private static final Pattern BETWEEN_SCHEMES = Pattern.compile("[,，、;；/\\s]+");
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@].*", Pattern.DOTALL);
    private static final Pattern PAPER = Pattern.compile("[^\\p{Cntrl}]{2,100}");

    private EmployeeColumns() {}

    /** What a row says: either of the two is null. */
    record Read(
            int row,
            @Nullable EmployeeOrder order,
            @Nullable Refusal refusal) {}

    static Read read(SheetRow row) {
        try {
            return new Read(row.number(), order(row), null);
        } catch (CellInvalid wrong) {
            return wrong(
                    row,
                    Refusal.wrong(
                            "field-invalid",
                            wrong.column().key(),
                            wrong.column().title() + "：" + wrong.expected()));
        } catch (RowWrong wrong) {
            return wrong(row, wrong.refusal);
        }
    }

    private static Read wrong(SheetRow row, Refusal refusal) {
        return new Read(row.number(), null, refusal);
    }

    private static EmployeeOrder order(SheetRow row) throws CellInvalid, RowWrong {
        for (Column each : ALL) {
            if (row.text(each).length() > LONGEST) {
                throw new RowWrong("field-too-long", each, "最多 " + LONGEST + " 个字符");
            }
        }
        return new EmployeeOrder(
                row.number(),
                kind(row.text(KIND)),
                number(row.text(NUMBER)),
                name(row.text(NAME)),
                row.date(HIRED_ON),
                row.month(FROM),
                row.month(LAST),
                schemes(row.text(SCHEMES)),
                row.amount(WAGE),
                reason(row.text(REASON)),
                proof(row.text(PROOF)));
    }

    private static RelationChange.Kind kind(String text) throws RowWrong {
        return Arrays.stream(RelationChange.Kind.values())
                .filter(each -> each.name().equals(text) || each.title().equals(text))
                .findFirst()
                .orElseThrow(() -> new RowWrong("kind-unknown", KIND, "应为增员、减员或变更"));
    }

    private static SocialNumber number(String text) throws RowWrong {
        IdentifierProblem wrong = SocialNumber.check(text);
        if (wrong != null) {
            throw new RowWrong(wrong.code(), NUMBER, wrong.text());
        }
        return SocialNumber.parse(text);
    }

    private static PersonName name(String text) throws RowWrong {
        IdentifierProblem wrong = PersonName.check(text);
        if (wrong != null) {
            throw new RowWrong(wrong.code(), NAME, wrong.text());
        }
        if (FORMULA.matcher(text).matches()) {
            throw new RowWrong("name-invalid", NAME, "姓名不能以 = + - @ 开头");
        }
        return PersonName.parse(text);
    }

    private static List<Scheme> schemes(String text) throws RowWrong {
        List<Scheme> schemes = new ArrayList<>();
        for (String each : BETWEEN_SCHEMES.split(text)) {
            if (!each.isEmpty()) {
                schemes.add(scheme(each));
            }
        }
        return schemes;
    }

    private static Scheme scheme(String text) throws RowWrong {
        return Arrays.stream(Scheme.values())
                .filter(each -> each.code().equals(text) || each.title().equals(text))
                .findFirst()
                .orElseThrow(() -> new RowWrong("scheme-unknown", SCHEMES, "应为险种代码，如 110、210、410"));
    }

    private static @Nullable StopReason reason(String text) throws RowWrong {
        return text.isEmpty()
                ? null
                : StopReason.of(text).orElseThrow(() -> new RowWrong("reason-unknown", REASON, "不是停保原因代码表中的原因"));
    }

    private static @Nullable String proof(String text) throws RowWrong {
        if (text.isEmpty()) {
            return null;
        }
        if (!PAPER.matcher(text).matches()) {
            throw new RowWrong("proof-invalid", PROOF, "应为 2 至 100 个字符");
        }
        return text;
    }

    /** Something of a row says nothing. */
    private static final class RowWrong extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Refusal refusal;

        RowWrong(String code, Column column, String detail) {
            super(detail);
            this.refusal = Refusal.wrong(code, column.key(), detail);
        }
    }
}
