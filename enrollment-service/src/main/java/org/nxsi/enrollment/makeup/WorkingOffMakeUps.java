package org.nxsi.enrollment.makeup;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.assessment.AssessingEmployers;
import org.nxsi.enrollment.assessment.AssessmentSheet;
import org.nxsi.enrollment.assessment.Ground;
import org.nxsi.enrollment.employer.Employer;
import org.nxsi.enrollment.employer.Employers;
import org.nxsi.enrollment.flexible.MakingUpFlexible;
import org.nxsi.enrollment.person.Known;
import org.nxsi.enrollment.person.PersonRegister;
import org.nxsi.enrollment.scheme.PayerKind;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.policy.PolicyUnknown;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Works off orders month by month: each month's sheet is made under a name of its own, so whoever is killed, the next one goes
 * on and no month is assessed twice. A month that cannot be assessed says why, and the others are all the same.
 */
@Component
class WorkingOffMakeUps {

    private static final Logger log = LoggerFactory.getLogger(WorkingOffMakeUps.class);

    private final MakeUpOrders orders;
    private final Employers employers;
    private final PersonRegister persons;
    private final AssessingEmployers assessing;
    private final MakingUpFlexible flexible;

    WorkingOffMakeUps(
            MakeUpOrders orders,
            Employers employers,
            PersonRegister persons,
            AssessingEmployers assessing,
            MakingUpFlexible flexible) {
        this.orders = orders;
        this.employers = employers;
        this.persons = persons;
        this.assessing = assessing;
        this.flexible = flexible;
    }

    /** What a crash or a large order has left. */
    void workOffWhatIsLeft() {
        try {
            MakeUpOrder order = orders.lease(null);
            while (order != null && !Thread.currentThread().isInterrupted()) {
                workOff(order, MakeUpOrder.MOST_MONTHS);
                order = orders.lease(null);
            }
        } catch (RuntimeException failed) {
            log.warn("months are made up for later: {}", failed.toString());
        }
    }

    /** Works off a few months of an order at once, if nobody else does; what cannot be done now is done later. */
    void begin(String id, int months) {
        MakeUpOrder order = orders.lease(id);
        if (order == null) {
            return;
        }
        try {
            workOff(order, months);
        } catch (ProblemException busy) {
            log.info("order {} goes on later: {}", id, busy.problem().code());
        }
    }

    private void workOff(MakeUpOrder order, int months) {
        @Nullable MakeUpOrder now = order;
        try {
            for (int i = 0; i < months && now != null; i++) {
                Month month = now.next();
                if (month == null) {
                    return;
                }
                now = orders.monthDone(now, madeUp(now, month));
            }
        } finally {
            orders.release(order);
        }
    }

    private MadeUpMonth madeUp(MakeUpOrder order, Month month) {
        try {
            return MadeUpMonth.of(month, sheet(order, month));
        } catch (PolicyUnknown unknown) {
            return MadeUpMonth.refused(month, unknown);
        } catch (ProblemException refused) {
            if (refused.problem().status() == 409) {
                throw refused;
            }
            return MadeUpMonth.refused(month, refused.problem());
        }
    }

    private AssessmentSheet sheet(MakeUpOrder order, Month month) {
        String cause = order.id() + "|" + month;
        if (order.payer().kind() == PayerKind.EMPLOYER) {
            Employer employer = employers
                    .find(CreditCode.parse(order.payer().id()))
                    .orElseThrow(() -> Problem.notFound("employer-not-registered", "the employer is gone")
                            .exception());
            return assessing.assess(employer, month, Ground.MADE_UP, cause);
        }
        Known person = persons.require(PersonId.parse(order.payer().id()));
        return flexible.makeUp(person, month, Objects.requireNonNull(order.base()), cause, order.orderedBy());
    }
}
