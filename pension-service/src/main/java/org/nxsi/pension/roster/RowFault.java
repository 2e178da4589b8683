package org.nxsi.pension.roster;

/**
 * What is wrong with a row. It never repeats what stands in the row, which is personal data. Public for the codec's sake.
 *
 * @param row number as a spreadsheet counts: the header is row 1
 * @param field title of the column, or {@value #WHOLE_ROW}
 * @param code stable
 * @param message for people
 */
public record RowFault(int row, String field, String code, String message) {

    static final String WHOLE_ROW = "整行";

    /** Faults that are not those of an identifier. */
    enum Kind {
        ROW_TOO_LONG("row-too-long", "一行不得超过规定的长度"),
        ROW_ENCODING("row-encoding", "含有不符合文件编码的字节"),
        ROW_QUOTES("row-quotes", "引号不配对或位置不对"),
        ROW_COLUMNS("row-columns", "列数与表头不符"),
        DUPLICATE_PERSON("duplicate-person", "同一人同一险种在本文件中已有一行，以先出现的为准"),
        AREA_OUTSIDE("area-outside-agency", "参保地不在经办机构的管辖范围内"),
        SCHEME_UNKNOWN("scheme-unknown", "险种应为110、120或170"),
        MONTH_FORM("month-format", "年月应写作2020-03"),
        DATE_FORM("date-format", "日期应写作2020-12-31且真实存在"),
        AMOUNT_FORM("amount-format", "金额应以元为单位并带两位小数"),
        AMOUNT_NEGATIVE("amount-negative", "金额不能为负"),
        AMOUNT_TOO_LARGE("amount-too-large", "金额超过上限"),
        BANK_UNKNOWN("bank-unknown", "银行行别不在合作银行名单中"),
        FORMULA("formula-like", "姓名不能以公式符号开头");

        private final String code;
        private final String message;

        Kind(String code, String message) {
            this.code = code;
            this.message = message;
        }

        String code() {
            return code;
        }
    }

    static RowFault of(int row, Kind kind) {
        return new RowFault(row, WHOLE_ROW, kind.code, kind.message);
    }

    static RowFault of(int row, Column column, Kind kind) {
        return new RowFault(row, column.title(), kind.code, kind.message);
    }
}
