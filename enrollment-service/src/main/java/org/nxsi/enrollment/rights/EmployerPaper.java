package org.nxsi.enrollment.rights;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.nxsi.enrollment.paper.Column;
import org.nxsi.enrollment.paper.Dates;
import org.nxsi.enrollment.paper.Paper;
import org.nxsi.enrollment.paper.Paper.Fact;

/** An employer's record on paper, with the list of its insured persons. */
final class EmployerPaper implements Consumer<Paper> {

    private final EmployerRecord content;

    EmployerPaper(EmployerRecord content) {
        this.content = content;
    }

    @Override
    public void accept(Paper paper) {
        paper.facts(
                "单位信息",
                List.of(
                        new Fact("单位名称", content.name()),
                        new Fact("统一社会信用代码", content.creditCode().value()),
                        new Fact("参 保 地", content.areaName()),
                        new Fact("记录期间", Dates.chinese(content.from(), content.to())),
                        new Fact("参保人数", content.persons().size() + "人"),
                        new Fact("数据截至", Dates.chinese(content.asOf()))));
        paper.table(
                "参保缴费情况",
                List.of(
                        Column.left("险种", 34),
                        Column.right("参保人数", 14),
                        Column.right("计入人月", 14),
                        Column.right("延期人月", 14),
                        Column.right("缺缴人月", 14),
                        Column.right("待缴人月", 14)),
                content.schemes().isEmpty()
                        ? List.of(List.of("本期间无参保记录", "", "", "", "", ""))
                        : content.schemes().stream().map(EmployerPaper::totals).toList());
        if (!content.persons().isEmpty()) {
            paper.table("参保人员名单", columns(), this::rows);
        }
        List<String> notes = new ArrayList<>();
        notes.add("名单中各险种所列为计入月数，括号内为不计入的延期、缺缴或待缴月数；“—”为未参保。");
        content.notes().forEach(each -> notes.add(each.written()));
        notes.add("名单含个人信息，请妥善保管，不得用于打印目的以外的用途。");
        paper.notes(notes);
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(
                Column.centre("序号", 9), Column.left("姓名", 24), Column.centre("社会保障号码", 35), Column.centre("参保期间", 36)));
        content.schemes().forEach(each -> columns.add(Column.centre(shortTitle(each.schemeName()), 20)));
        return columns;
    }

    private Iterator<List<String>> rows() {
        Iterator<EmployerRecord.Person> persons = content.persons().iterator();
        return new Iterator<>() {

            private int number;

            @Override
            public boolean hasNext() {
                return persons.hasNext();
            }

            @Override
            public List<String> next() {
                return row(++number, persons.next());
            }
        };
    }

    private List<String> row(int number, EmployerRecord.Person person) {
        List<String> row = new ArrayList<>(List.of(
                String.valueOf(number),
                person.name(),
                person.socialNumber(),
                person.from().equals(person.to()) ? person.from().toString() : person.from() + " 至 " + person.to()));
        for (EmployerRecord.SchemeTotal each : content.schemes()) {
            Map<MonthState, Integer> states = person.months().get(each.scheme().code());
            row.add(states == null ? "—" : Words.of(states));
        }
        return row;
    }

    private static List<String> totals(EmployerRecord.SchemeTotal total) {
        return List.of(
                total.schemeName(),
                String.valueOf(total.persons()),
                String.valueOf(total.countedMonths()),
                String.valueOf(total.states().getOrDefault(MonthState.DEFERRED, 0)),
                String.valueOf(total.states().getOrDefault(MonthState.MISSING, 0)),
                String.valueOf(Words.toCome(total.states())));
    }

    private static String shortTitle(String title) {
        return title.replace("企业职工基本", "").replace("机关事业单位基本", "机关").replace("保险", "");
    }
}
