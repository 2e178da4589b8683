package org.nxsi.enrollment.rights;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.paper.Column;
import org.nxsi.enrollment.paper.Dates;
import org.nxsi.enrollment.paper.Paper;
import org.nxsi.enrollment.paper.Paper.Fact;
import org.nxsi.platform.money.Fen;

/** A person's record on paper. */
final class PersonPaper implements Consumer<Paper> {

    private final PersonRecord content;

    PersonPaper(PersonRecord content) {
        this.content = content;
    }

    @Override
    public void accept(Paper paper) {
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("姓　　名", content.name()),
                new Fact("社会保障号码", content.socialNumber()),
                new Fact("参 保 地", content.areaName()),
                new Fact("记录期间", Dates.chinese(content.from(), content.to()))));
        if (content.purpose() != null) {
            facts.add(new Fact("用　　途", content.purpose()));
        }
        paper.facts("基本信息", facts);
        paper.table(
                "参保缴费情况",
                List.of(
                        Column.left("险种", 34),
                        Column.right("计入月数", 12),
                        Column.right("延期月数", 12),
                        Column.right("缺缴月数", 12),
                        Column.right("待缴月数", 12),
                        Column.left("中断期间", 30)),
                content.schemes().isEmpty()
                        ? List.of(List.of("本期间无参保记录", "", "", "", "", ""))
                        : content.schemes().stream().map(PersonPaper::totals).toList());
        if (!content.accounts().isEmpty()) {
            paper.table(
                    "养老保险个人账户（" + content.to().year() + "年）",
                    List.of(
                            Column.left("险种", 30),
                            Column.right("年初余额", 16),
                            Column.right("本年记账", 16),
                            Column.right("本年利息", 18),
                            Column.right("其他增减", 16),
                            Column.right("期末余额", 16)),
                    content.accounts().stream().map(PersonPaper::account).toList());
        }
        content.schemes().forEach(scheme -> months(paper, scheme));
        List<String> notes = new ArrayList<>();
        notes.add("金额单位：元。计入月数为足额到账、已补缴和减免的月份，本件所载情况截至" + Dates.chinese(content.asOf()) + "。");
        content.notes().forEach(each -> notes.add(each.written()));
        notes.add("本件为社会保险权益记录，供本人及经其同意者查询使用，涉及个人信息，请妥善保管。");
        paper.notes(notes);
    }

    private static void months(Paper paper, SchemeView scheme) {
        paper.table(
                scheme.schemeName() + "缴费明细",
                List.of(
                        Column.centre(scheme.yearly() ? "年度" : "年月", 17),
                        Column.left("缴费单位（主体）", 36),
                        Column.right("缴费基数", 16),
                        Column.right("单位应缴", 14),
                        Column.right("个人应缴", 14),
                        Column.centre("状态", 22)),
                scheme.months().stream()
                        .map(each -> List.of(
                                scheme.yearly() ? each.month().year() + "年" : Dates.chinese(each.month()),
                                each.payer(),
                                amount(each.base()),
                                amount(each.employerPart()),
                                amount(each.personPart()),
                                state(each)))
                        .toList());
    }

    private static List<String> totals(SchemeView scheme) {
        return List.of(
                scheme.schemeName(),
                String.valueOf(scheme.countedMonths()),
                String.valueOf(scheme.states().getOrDefault(MonthState.DEFERRED, 0)),
                String.valueOf(scheme.states().getOrDefault(MonthState.MISSING, 0)),
                String.valueOf(Words.toCome(scheme.states())),
                Words.gaps(scheme.gaps()));
    }

    private static List<String> account(Statement.AccountView account) {
        return List.of(
                account.schemeName(),
                account.opening().toString(),
                account.credited().toString(),
                account.interest() + (account.interestProvisional() ? "（暂）" : ""),
                account.otherChanges().toString(),
                account.closing().toString());
    }

    private static String state(SchemeView.MonthView month) {
        return month.deadline() == null
                ? month.stateTitle()
                : month.stateTitle() + "，" + Dates.chinese(month.deadline()) + "前补办";
    }

    private static String amount(@Nullable Fen amount) {
        return amount == null ? "—" : amount.toString();
    }
}
