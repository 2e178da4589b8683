package org.nxsi.deferral.export;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The columns of the business ledger, in their order; the running number stands before them. */
enum LedgerColumn {
    AREA("经办机构/地区", LedgerLine::area),
    SUBJECT_KIND("参保主体类型", LedgerLine::subjectKind),
    SUBJECT("主体编号", LedgerLine::subject),
    NAME("名称", LedgerLine::name),
    BUSINESS("业务事项", LedgerLine::business),
    MONTH("费款所属期", LedgerLine::month),
    SCHEMES("险种", LedgerLine::schemes),
    DUE_DATE("应办日期", LedgerLine::dueDate),
    AMOUNT("金额", LedgerLine::amount),
    MADE_UP("已补办金额", LedgerLine::madeUp),
    REASON("延期原因", LedgerLine::reason),
    OPENED_ON("登记日期", LedgerLine::openedOn),
    CHANNEL("渠道", LedgerLine::channel),
    STATE("状态", LedgerLine::state),
    DEADLINE("补办截止日", LedgerLine::deadline),
    MADE_UP_ON("补办日期", LedgerLine::madeUpOn),
    BASIS("依据", LedgerLine::basis),
    NUMBER("台账编号", LedgerLine::number);

    private static final String RUNNING_NUMBER = "序号";

    private final String title;
    private final Function<LedgerLine, String> cell;

    LedgerColumn(String title, Function<LedgerLine, String> cell) {
        this.title = title;
        this.cell = cell;
    }

    static int count() {
        return values().length + 1;
    }

    static List<String> titles() {
        return withNumber(RUNNING_NUMBER, column -> column.title);
    }

    static List<String> cells(long number, LedgerLine line) {
        return withNumber(String.valueOf(number), column -> column.cell.apply(line));
    }

    private static List<String> withNumber(String first, Function<LedgerColumn, String> each) {
        return Stream.concat(Stream.of(first), Arrays.stream(values()).map(each))
                .toList();
    }
}
