package org.nxsi.enrollment.rights;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has to be said below a record. Public for JSON's sake.
 *
 * @param clause where it is said; null where nobody but the bureau says it
 */
public record Note(String text, @Nullable String clause) {

    static final String SAMPLE = "本记录使用了演示样例数据，不是正式权益记录";

    private static final Note DEFERRED = new Note("延期月份不作中断，补缴到账后计入；逾期办理缴费不影响参保人员个人权益记录", "宁人社办发〔2020〕2号 第七条");
    private static final Note EXEMPT = new Note("减免月份照常计入缴费年限和个人账户", "人社部发〔2020〕11号");
    private static final Note MISSING = new Note("缺缴月份可以按规定补缴，补缴到账后计入", null);
    private static final Note UNSETTLED = new Note("用人单位未按规定申报的月份，按上月缴费额的百分之一百一十暂定，补办申报后结算", "社会保险法 第六十二条");
    private static final Note PROVISIONAL = new Note("本年记账利率公布前，利息暂按最近公布的利率计算，公布后结算差额", null);

    /** What the states that occur want to be explained. */
    static List<Note> of(Collection<SchemeRecord> schemes, boolean provisionalInterest, boolean sample) {
        return ofStates(
                schemes.stream()
                        .flatMap(each -> each.counts().keySet().stream())
                        .toList(),
                provisionalInterest,
                sample);
    }

    static List<Note> ofStates(Collection<MonthState> states, boolean provisionalInterest, boolean sample) {
        List<Note> notes = new ArrayList<>();
        add(notes, states, MonthState.DEFERRED, DEFERRED);
        add(notes, states, MonthState.EXEMPT, EXEMPT);
        add(notes, states, MonthState.UNSETTLED, UNSETTLED);
        add(notes, states, MonthState.MISSING, MISSING);
        if (provisionalInterest) {
            notes.add(PROVISIONAL);
        }
        if (sample) {
            notes.add(new Note(SAMPLE, null));
        }
        return List.copyOf(notes);
    }

    /** As papers write it. */
    String written() {
        return clause == null ? text + "。" : text + "（" + clause + "）。";
    }

    private static void add(List<Note> notes, Collection<MonthState> states, MonthState state, Note note) {
        if (states.contains(state)) {
            notes.add(note);
        }
    }
}
