package org.nxsi.enrollment.rights;

import java.util.List;
import org.nxsi.enrollment.collection.Due;
import org.nxsi.enrollment.collection.DueState;
import org.nxsi.enrollment.collection.Dues;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.springframework.stereotype.Component;

/** A construction project is paid for as a whole, by its contract value: its workers' months stand as all of it stands. */
@Component
class ProjectDues {

    private static final int MOST = 50;

    private final Dues dues;

    ProjectDues(Dues dues) {
        this.dues = dues;
    }

    MonthFacts with(MonthFacts facts, Payer project, Scheme scheme) {
        List<Due> all = dues.page(new Dues.Wanted(null, project, scheme, null, null, false), null, MOST);
        List<Due> charged =
                all.stream().filter(each -> each.state() != DueState.AWAITED).toList();
        if (charged.isEmpty()) {
            return facts;
        }
        MonthFacts assessed = facts.assessed(false, false);
        return charged.stream()
                .filter(each -> each.state() != DueState.PAID)
                .findFirst()
                .map(unpaid -> DueFacts.with(assessed, unpaid))
                .orElseGet(() -> assessed.paid(false));
    }
}
