package org.nxsi.enrollment.makeup;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.employer.EmployersSeen;
import org.nxsi.enrollment.flexible.MakingUpFlexible;
import org.nxsi.enrollment.makeup.MakeUpOrder.State;
import org.nxsi.enrollment.makeup.WantedMakeUp.Checked;
import org.nxsi.enrollment.person.Known;
import org.nxsi.enrollment.person.PersonRegister;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.SocialNumber;
import org.nxsi.platform.policy.PolicyUnknown;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.CommandId;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;
import org.springframework.stereotype.Component;

/**
 * Takes orders to make up for past months. Three years and more, and a flexible worker's months that can be paid for no more,
 * rest on a paper, and another person confirms them first.
 */
@Component
class OrderingMakeUp {

    /** Months that are worked off before the answer. */
    private static final int AT_ONCE = 6;

    private final MakeUpOrders orders;
    private final WorkingOffMakeUps working;
    private final EmployersSeen employers;
    private final PersonRegister persons;
    private final MakingUpFlexible flexible;
    private final BusinessClock clock;

    OrderingMakeUp(
            MakeUpOrders orders,
            WorkingOffMakeUps working,
            EmployersSeen employers,
            PersonRegister persons,
            MakingUpFlexible flexible,
            BusinessClock clock) {
        this.orders = orders;
        this.working = working;
        this.employers = employers;
        this.persons = persons;
        this.flexible = flexible;
        this.clock = clock;
    }

    /**
     * Takes an order, and begins with it unless another person is to confirm it.
     *
     * @throws ProblemException 400 with the field; 404 for payers of other areas; 422 {@code month-not-past}, {@code
     *     paper-needed}
     * @throws PolicyUnknown if a document says until when a flexible worker may pay, and it is not known what
     */
    MakeUpOrder order(Caller caller, CommandId command, WantedMakeUp wanted) {
        Checked checked = wanted.checked(clock.month());
        return wanted.employer() == null
                ? ofWorker(caller, command, checked, known(caller, wanted.number()))
                : keep(
                        caller,
                        command,
                        checked,
                        Payer.employer(wanted.employer()),
                        employers.seenBy(caller, wanted.employer()).area(),
                        false);
    }

    /** Another person confirms it: the work begins. */
    MakeUpOrder confirm(MakeUpOrder order, String by) {
        MakeUpOrder confirmed = decide(order, State.IN_WORK, by);
        working.begin(confirmed.id(), AT_ONCE);
        MakeUpOrder now = orders.find(order.id());
        return now == null ? confirmed : now;
    }

    MakeUpOrder reject(MakeUpOrder order, String by) {
        return decide(order, State.REJECTED, by);
    }

    private MakeUpOrder decide(MakeUpOrder order, State state, String by) {
        if (order.orderedBy().equals(by)) {
            throw Problem.forbidden("same-person", "who ordered it does not decide on it")
                    .exception();
        }
        boolean decidedSo =
                by.equals(order.confirmedBy()) && (order.state() == State.REJECTED) == (state == State.REJECTED);
        if (decidedSo) {
            return order;
        }
        MakeUpOrder decided = orders.decide(order.id(), state, by);
        if (decided == null) {
            throw Problem.conflict("not-waiting", "it does not wait for a second person")
                    .with("state", order.state())
                    .exception();
        }
        return decided;
    }

    private MakeUpOrder ofWorker(Caller caller, CommandId command, Checked checked, Known worker) {
        boolean closed = IntStream.range(0, checked.count())
                .mapToObj(checked.first()::plus)
                .anyMatch(month -> !flexible.isOpen(worker, month));
        return keep(caller, command, checked, Payer.flexibleWorker(worker.id()), worker.area(), closed);
    }

    private MakeUpOrder keep(
            Caller caller, CommandId command, Checked checked, Payer payer, AreaCode area, boolean closed) {
        boolean threeYears = checked.count() >= MakeUpOrder.THREE_YEARS;
        if ((threeYears || closed) && checked.paper() == null) {
            throw Problem.of(
                            422,
                            "paper-needed",
                            threeYears ? "三年及以上一次性补缴，须有法院、审计、劳动保障监察或仲裁的文书" : "该年度已过缴费期，补缴须有法院、审计、劳动保障监察或仲裁的文书")
                    .at("paper")
                    .under(Paper.CLAUSE)
                    .exception();
        }
        boolean second = threeYears || closed;
        MakeUpOrder kept = orders.keep(new MakeUpOrder(
                command.derive("make-up"),
                payer,
                area,
                checked.first(),
                checked.last(),
                checked.base(),
                checked.paper(),
                second,
                second ? State.WAITING_FOR_CONFIRMATION : State.IN_WORK,
                caller.actor(),
                clock.today(),
                null,
                0,
                List.of(),
                second ? null : Instant.EPOCH));
        working.begin(kept.id(), AT_ONCE);
        MakeUpOrder now = orders.find(kept.id());
        return now == null ? kept : now;
    }

    private Known known(Caller caller, @Nullable SocialNumber number) {
        AreaCode own = caller.requireAgency();
        Map<SocialNumber, Known> found = number == null ? Map.of() : persons.findByNumbers(List.of(number));
        return found.values().stream()
                .filter(each -> own.contains(each.area()))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("person-not-registered", "your area has nobody with this number")
                        .exception());
    }
}
