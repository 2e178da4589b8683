package org.nxsi.enrollment.insurance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.assessment.AssessmentSheet;
import org.nxsi.enrollment.assessment.SchemeTotal;
import org.nxsi.enrollment.assessment.Sheets;
import org.nxsi.enrollment.collection.Due;
import org.nxsi.enrollment.collection.DueKey;
import org.nxsi.enrollment.collection.DueState;
import org.nxsi.enrollment.collection.Dues;
import org.nxsi.enrollment.employer.Employer;
import org.nxsi.enrollment.employer.Participation;
import org.nxsi.enrollment.insurance.EmployerInsurance.SchemeOf;
import org.nxsi.enrollment.relation.Relations;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import org.springframework.stereotype.Component;

/** Puts together what an employer sees: its schemes, whom they insure, what is assessed and what has arrived. */
@Component
class SeeingEmployerInsurance {

    private static final int AT_ONCE = 500;

    private final Relations relations;
    private final Sheets sheets;
    private final Dues dues;
    private final BusinessClock clock;

    SeeingEmployerInsurance(Relations relations, Sheets sheets, Dues dues, BusinessClock clock) {
        this.relations = relations;
        this.sheets = sheets;
        this.dues = dues;
        this.clock = clock;
    }

    EmployerInsurance of(Employer employer, Month month) {
        Payer payer = Payer.employer(employer.id());
        AssessmentSheet sheet = sheets.find(payer, month).orElse(null);
        Map<Scheme, Long> heads = relations.heads(payer, month);
        Map<Scheme, Fen> arrears = arrears(payer);
        Map<String, Due> ofMonth = dues.find(employer.schemes().stream()
                .map(each -> new DueKey(payer, each.scheme(), month).id())
                .distinct()
                .toList());
        List<SchemeOf> schemes = new ArrayList<>();
        for (Participation each : employer.schemes()) {
            Due due = ofMonth.get(new DueKey(payer, each.scheme(), month).id());
            schemes.add(scheme(
                    each,
                    month,
                    heads.getOrDefault(each.scheme(), 0L),
                    sheet == null ? null : sheet.total(each.scheme()),
                    due,
                    arrears.getOrDefault(each.scheme(), Fen.ZERO)));
        }
        return new EmployerInsurance(
                employer.id().value(),
                employer.name(),
                month,
                sheet == null ? null : sheet.number(),
                sheet == null ? Fen.ZERO : sheet.owed(),
                ofMonth.values().stream().map(Due::arrived).reduce(Fen.ZERO, Fen::plus),
                arrears.values().stream().reduce(Fen.ZERO, Fen::plus),
                schemes);
    }

    private static SchemeOf scheme(
            Participation part, Month month, long heads, @Nullable SchemeTotal total, @Nullable Due due, Fen arrears) {
        Month until = part.to();
        InsuredState state = part.from().isAfter(month)
                ? InsuredState.NOT_INSURED
                : until != null && until.isBefore(month) ? InsuredState.ENDED : InsuredState.INSURED;
        return new SchemeOf(
                part.scheme(),
                part.scheme().title(),
                state,
                state.title(),
                part.from(),
                until,
                heads,
                total == null ? null : total.base(),
                total == null ? null : total.owed(),
                due == null ? null : due.arrived(),
                due == null ? null : due.state().title(),
                due == null ? null : due.dueDate(),
                due != null && due.isPutOff(),
                arrears);
    }

    /** Of an employer of forty years some hundred dues are unpaid at worst: all of them are looked at. */
    private Map<Scheme, Fen> arrears(Payer payer) {
        Map<Scheme, Fen> arrears = new EnumMap<>(Scheme.class);
        LocalDate today = clock.today();
        for (DueState state : List.of(DueState.ASSESSED, DueState.PARTLY_PAID)) {
            String after = null;
            do {
                List<Due> some = dues.page(new Dues.Wanted(null, payer, null, null, state, false), after, AT_ONCE);
                for (Due each : some) {
                    LocalDate due = each.dueDate();
                    if (due != null && due.isBefore(today) && (!each.isPutOff() || each.expired())) {
                        arrears.merge(each.scheme(), each.unpaid(), Fen::plus);
                    }
                }
                after = some.size() < AT_ONCE ? null : some.getLast().id();
            } while (after != null);
        }
        return arrears;
    }
}
