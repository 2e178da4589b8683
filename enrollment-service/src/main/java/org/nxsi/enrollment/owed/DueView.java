package org.nxsi.enrollment.owed;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.collection.Charged;
import org.nxsi.enrollment.collection.Due;
import org.nxsi.enrollment.collection.DueState;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/**
 * A due as answers show it.
 *
 * @param standing how it stands today
 * @param putOff absent unless it was put off in an emergency
 */
record DueView(
        String id,
        Payer payer,
        Scheme scheme,
        String schemeName,
        Month month,
        AreaCode area,
        DueState state,
        String stateTitle,
        Standing standing,
        String standingTitle,
        @Nullable Sheet sheet,
        @Nullable Fen assessed,
        Fen arrived,
        Fen unpaid,
        Fen suspense,
        @Nullable LocalDate dueDate,
        @Nullable LocalDate fullOn,
        @Nullable PutOff putOff) {

    /** What charges it. */
    record Sheet(String number, int revision, Fen employerPart, Fen personPart, int persons) {

        static Sheet of(Charged charged) {
            return new Sheet(
                    charged.sheet(),
                    charged.revision(),
                    charged.employerPart(),
                    charged.personPart(),
                    charged.persons());
        }
    }

    /** What the ledger says. */
    record PutOff(
            LocalDate on,
            @Nullable String ledgerEntry,
            @Nullable LocalDate deadline,
            boolean expired,
            boolean normalRules,
            String clause) {}

    static final String CLAUSE = "宁人社办发〔2020〕2号 第七条";

    static DueView of(Due due, LocalDate today) {
        Standing standing = Standing.of(due, today);
        Charged charged = due.charged();
        return new DueView(
                due.id(),
                due.payer(),
                due.scheme(),
                due.scheme().title(),
                due.month(),
                due.area(),
                due.state(),
                due.state().title(),
                standing,
                standing.title(),
                charged == null ? null : Sheet.of(charged),
                due.assessed(),
                due.arrived(),
                due.unpaid(),
                due.suspense(),
                due.dueDate(),
                due.fullOn(),
                putOff(due));
    }

    private static @Nullable PutOff putOff(Due due) {
        LocalDate on = due.putOffOn();
        return on == null
                ? null
                : new PutOff(on, due.ledgerEntry(), due.deadline(), due.expired(), due.normalRules(), CLAUSE);
    }
}
