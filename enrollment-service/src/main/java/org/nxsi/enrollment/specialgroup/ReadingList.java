package org.nxsi.enrollment.specialgroup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.batch.Refusal;
import org.nxsi.enrollment.person.Known;
import org.nxsi.enrollment.person.PersonRegister;
import org.nxsi.enrollment.sheet.Column;
import org.nxsi.enrollment.sheet.SheetRow;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.IdentifierProblem;
import org.nxsi.platform.identity.PersonName;
import org.nxsi.platform.identity.SocialNumber;
import org.springframework.stereotype.Component;

/** Reads what another authority shared: whom each row labels, or why not. Numbers are not kept. */
@Component
class ReadingList {

    private static final Column NUMBER = Column.required("number", "社会保障号码");
    private static final Column NAME = Column.required("name", "姓名");
    private static final Column LABEL = Column.required("label", "困难人员类别");
    static final List<Column> COLUMNS = List.of(NUMBER, NAME, LABEL);

    private static final int AT_ONCE = 1_000;

    private final PersonRegister register;

    ReadingList(PersonRegister register) {
        this.register = register;
    }

    /** @param own whose staff sent it: of persons elsewhere nothing is changed */
    List<GroupListChunk.Row> read(List<SheetRow> rows, SharingAuthority authority, AreaCode own) {
        Map<SocialNumber, Known> known = known(rows);
        Set<String> seen = new HashSet<>();
        return rows.stream().map(row -> read(row, authority, own, known, seen)).toList();
    }

    private static GroupListChunk.Row read(
            SheetRow row, SharingAuthority authority, AreaCode own, Map<SocialNumber, Known> known, Set<String> seen) {
        IdentifierProblem wrong = SocialNumber.check(row.text(NUMBER));
        if (wrong != null) {
            return GroupListChunk.Row.refused(row.number(), Refusal.wrong(wrong.code(), NUMBER.key(), wrong.text()));
        }
        Known person = known.get(SocialNumber.parse(row.text(NUMBER)));
        Label label = Label.of(row.text(LABEL)).orElse(null);
        Refusal refusal = refusal(row, authority, own, person, label);
        if (refusal != null || person == null || label == null) {
            Refusal why = refusal == null ? Refusal.wrong("row-empty", "row", "空行") : refusal;
            return GroupListChunk.Row.refused(row.number(), why);
        }
        if (!seen.add(person.id() + "|" + label)) {
            return GroupListChunk.Row.refused(row.number(), Refusal.wrong("row-twice", NUMBER.key(), "该人员的该类别在名单中重复"));
        }
        return GroupListChunk.Row.wanted(row.number(), person.id(), label);
    }

    private static @Nullable Refusal refusal(
            SheetRow row, SharingAuthority authority, AreaCode own, @Nullable Known person, @Nullable Label label) {
        if (label == null) {
            return Refusal.wrong("label-unknown", LABEL.key(), "应为特困人员、低保人员、建档立卡贫困人员或重度残疾人");
        }
        if (!authority.keeps(label)) {
            return Refusal.wrong("label-not-theirs", LABEL.key(), authority.title() + "不认定该类别");
        }
        if (person == null || !own.contains(person.area())) {
            return Refusal.wrong("person-not-registered", NUMBER.key(), "本经办机构没有该人员的登记信息");
        }
        if (PersonName.check(row.text(NAME)) != null
                || !PersonName.parse(row.text(NAME)).sameAs(person.name())) {
            return Refusal.wrong("name-differs", NAME.key(), "姓名与登记信息不一致");
        }
        return person.diedOn() == null ? null : Refusal.wrong("person-died", NUMBER.key(), "该人员已死亡");
    }

    private Map<SocialNumber, Known> known(List<SheetRow> rows) {
        List<SocialNumber> numbers = new ArrayList<>();
        for (SheetRow each : rows) {
            if (SocialNumber.check(each.text(NUMBER)) == null) {
                numbers.add(SocialNumber.parse(each.text(NUMBER)));
            }
        }
        Map<SocialNumber, Known> known = new HashMap<>();
        for (int from = 0; from < numbers.size(); from += AT_ONCE) {
            known.putAll(register.findByNumbers(numbers.subList(from, Math.min(numbers.size(), from + AT_ONCE))));
        }
        return known;
    }
}
