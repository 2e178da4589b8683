package org.nxsi.enrollment.rights;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/**
 * A scheme's months as answers and prints show them.
 *
 * @param yearly whether each line is a year, as residents pay
 * @param countedMonths that count toward years; of a yearly line twelve
 * @param states how many months stand so
 * @param sample whether any of it rests on made-up policies
 */
record SchemeView(
        Scheme scheme,
        String schemeName,
        boolean yearly,
        int countedMonths,
        Map<MonthState, Integer> states,
        List<Gap> gaps,
        List<MonthView> months,
        boolean sample) {

    /**
     * One month, by one payer.
     *
     * @param base, employerPart, personPart absent while nothing is assessed
     * @param exempted what relief took off; absent where it took nothing
     * @param deadline last day to make up what is deferred, once it is known
     */
    record MonthView(
            Month month,
            String payer,
            @Nullable Fen base,
            @Nullable Fen employerPart,
            @Nullable Fen personPart,
            @Nullable Fen exempted,
            MonthState state,
            String stateTitle,
            boolean counts,
            @Nullable LocalDate dueDate,
            @Nullable LocalDate deadline) {

        static MonthView of(Month month, RecordMonth.OfPayer each, Map<Payer, String> names) {
            boolean assessed = each.base() != null;
            return new MonthView(
                    month,
                    names.getOrDefault(each.payer(), each.payer().id()),
                    each.base(),
                    assessed ? each.employer() : null,
                    assessed ? each.person() : null,
                    each.exempted().isPositive() ? each.exempted() : null,
                    each.state(),
                    each.state().title(),
                    each.state().counts(),
                    each.dueDate(),
                    each.deadline());
        }
    }

    static SchemeView of(SchemeRecord scheme, Map<Payer, String> names) {
        return new SchemeView(
                scheme.scheme(),
                scheme.scheme().title(),
                SchemeRecord.isYearly(scheme.scheme()),
                scheme.counted(),
                scheme.counts(),
                scheme.gaps(),
                scheme.months().stream()
                        .flatMap(month -> month.payers().stream().map(each -> MonthView.of(month.month(), each, names)))
                        .toList(),
                scheme.sample());
    }
}
