package org.nxsi.enrollment.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nxsi.enrollment.transfer.SampleTransfer.DAY;
import static org.nxsi.enrollment.transfer.SampleTransfer.after;
import static org.nxsi.enrollment.transfer.SampleTransfer.applied;
import static org.nxsi.enrollment.transfer.SampleTransfer.by;
import static org.nxsi.enrollment.transfer.SampleTransfer.expected;
import static org.nxsi.enrollment.transfer.SampleTransfer.information;
import static org.nxsi.enrollment.transfer.SampleTransfer.informationIn;
import static org.nxsi.enrollment.transfer.SampleTransfer.letterSent;
import static org.nxsi.enrollment.transfer.SampleTransfer.message;
import static org.nxsi.enrollment.transfer.SampleTransfer.moneyIn;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.nxsi.platform.cases.CaseState;
import org.nxsi.platform.cases.Paper;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

class TransferRuleTest {

    private static final Set<TransferState> OVER =
            EnumSet.of(TransferState.COMPLETED, TransferState.RETURNED, TransferState.WITHDRAWN);

    /** Whatever somebody could try, in whatever order. */
    private enum Try {
        ACCEPT,
        LETTER,
        RECEIVED,
        INFORMATION,
        MONEY,
        OTHER_MONEY,
        HANDLE,
        SEND,
        RECEIPT,
        MONEY_RECEIPT,
        PROPOSE_RETURN,
        PROPOSE_RELEASE,
        AGREE,
        DISAGREE,
        WITHDRAW,
        OTHER_RETURNS,
        COMPLETE
    }

    @Property(tries = 2_000)
    void every_sequence_of_steps_follows_the_lawful_path_or_is_refused_and_changes_nothing(
            @ForAll Direction direction, @ForAll @Size(max = 25) List<Try> tries) {
        Transfer transfer = applied(direction);
        int n = 0;
        for (Try each : tries) {
            Turn turn = tried(transfer, each, n++);
            if (turn instanceof Turn.Changed(Transfer next)) {
                assertThat(OVER).doesNotContain(transfer.state());
                assertThat(path(transfer, next)).isTrue();
                transfer = effected(next);
            }
        }
        assertThat(transfer.file().state().isUndecided())
                .isEqualTo(transfer.state().isOpen());
        if (transfer.state() == TransferState.COMPLETED) {
            assertThat(transfer.arrived().informationOn()).isNotNull();
            assertThat(transfer.arrived().moneyOn()).isNotNull();
            assertThat(transfer.file().state()).isEqualTo(CaseState.APPROVED);
        }
    }

    @Property
    void information_and_money_in_any_order_and_repeated_give_the_same_end(
            @ForAll @Size(min = 1, max = 12) List<Boolean> informationFirst) {
        Transfer transfer = letterSent();
        for (boolean information : informationFirst) {
            Turn turn = information ? informationIn(transfer) : moneyIn(transfer, "money-1", "9360.00");
            assertThat(turn).isNotInstanceOf(Turn.Refused.class);
            transfer = after(transfer, turn);
        }
        transfer = after(transfer, informationIn(transfer));
        transfer = after(transfer, moneyIn(transfer, "money-1", "9360.00"));

        assertThat(transfer.state()).isEqualTo(TransferState.BOTH_ARRIVED);
        assertThat(transfer.todo()).isEqualTo(Todo.BOOK);
        assertThat(transfer.arrived().toCredit()).isEqualTo(Fen.ofYuan("3744.00"));
        assertThat(transfer.arrived().money()).isEqualTo(Fen.ofYuan("9360.00"));
        Transfer done = after(transfer, TransferRule.complete(transfer, by("agency")));
        assertThat(done.state()).isEqualTo(TransferState.COMPLETED);
        assertThat(done.progress().dueOn()).isNull();
    }

    @Test
    void money_that_differs_is_held_and_another_sum_that_makes_it_whole_lets_it_go_on() {
        Transfer informed = after(letterSent(), informationIn(letterSent()));
        Transfer held = after(informed, moneyIn(informed, "money-1", "9000.00"));

        assertThat(held.state()).isEqualTo(TransferState.HELD);
        assertThat(held.todo()).isNull();
        assertThat(held.arrived().difference()).isEqualTo(Fen.ofYuan("-360.00"));
        assertThat(held.progress().last().remark()).contains("-360.00");

        Transfer whole = after(held, moneyIn(held, "money-2", "360.00"));
        assertThat(whole.state()).isEqualTo(TransferState.BOTH_ARRIVED);
        assertThat(whole.todo()).isEqualTo(Todo.BOOK);
    }

    @Test
    void double_months_are_held_and_two_people_settle_what_is_refunded() {
        Transfer sent = letterSent();
        Transfer informed = after(
                sent,
                TransferRule.information(
                        sent,
                        information(),
                        expected(),
                        List.of(Month.parse("2018-12")),
                        message("info-1", Message.Kind.INFORMATION, "a"),
                        by("agency")));
        Transfer held = after(informed, moneyIn(informed, "money-1", "9360.00"));
        assertThat(held.state()).isEqualTo(TransferState.HELD);

        Turn tooMuch = TransferRule.propose(
                held, new Proposal(Proposal.Kind.RELEASE, "清退", Fen.ofYuan("3744.01"), "clerk", DAY));
        Transfer proposed = after(
                held,
                TransferRule.propose(
                        held, new Proposal(Proposal.Kind.RELEASE, "清退", Fen.ofYuan("312.00"), "clerk", DAY)));
        Turn alone = TransferRule.decide(proposed, true, by("clerk"));
        Transfer released = after(proposed, TransferRule.decide(proposed, true, by("reviewer")));

        assertThat(tooMuch).isInstanceOf(Turn.Refused.class);
        assertThat(alone).isEqualTo(new Turn.Refused("same-person", "提出意见的人不能自行复核"));
        assertThat(released.todo()).isEqualTo(Todo.BOOK);
        assertThat(released.arrived().toCredit()).isEqualTo(Fen.ofYuan("3432.00"));
    }

    @Test
    void the_same_message_with_another_content_is_refused() {
        Transfer informed = after(letterSent(), informationIn(letterSent()));

        Turn other = TransferRule.information(
                informed,
                information(),
                expected(),
                List.of(),
                message("info-1", Message.Kind.INFORMATION, "b"),
                by("agency"));

        assertThat(other)
                .isInstanceOfSatisfying(
                        Turn.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("message-differs"));
        assertThat(informationIn(informed)).isEqualTo(new Turn.AlreadySo());
    }

    @Test
    void each_part_of_the_way_has_a_last_day_of_its_own() {
        Transfer applied = applied(Direction.IN);
        Mark later = new Mark(DAY.plusDays(3), "clerk", DAY.plusDays(30));
        Transfer accepted = after(applied, TransferRule.accept(applied, List.of(), DAY, later));
        assertThat(accepted.progress().dueOn()).isEqualTo(SampleTransfer.DUE);

        Transfer sent = after(
                accepted, TransferRule.sendLetter(accepted, new Mark(DAY.plusDays(3), "reviewer", DAY.plusDays(30))));
        assertThat(sent.progress().dueOn()).isEqualTo(DAY.plusDays(30));
        assertThat(sent.progress().since()).isEqualTo(DAY.plusDays(3));

        Transfer unknown =
                after(accepted, TransferRule.sendLetter(accepted, new Mark(DAY.plusDays(3), "reviewer", null)));
        assertThat(unknown.progress().dueOn()).isNull();
    }

    @Property
    void the_fund_moves_twelve_percent_of_each_year(
            @ForAll @Size(max = 30) List<@IntRange(min = 1, max = 5_000_000) Integer> bases) {
        Month first = Month.parse("1996-07");
        List<MonthBase> months = IntStream.range(0, bases.size())
                .mapToObj(i -> new MonthBase(first.plus(i), Fen.of(bases.get(i))))
                .toList();

        Fen pool = PoolPart.of(months, new BigDecimal("0.12"), Month.parse("1998-01"));

        long sum = months.stream()
                .filter(each -> each.month().year() >= 1998)
                .mapToLong(each -> each.base().amount_fen())
                .sum();
        assertThat(Math.abs(pool.amount_fen() * 100 - sum * 12)).isLessThanOrEqualTo(50L * 2);
    }

    @Test
    void the_example_of_the_rules_to_the_fen() {
        assertThat(PoolPart.of(information().months(), new BigDecimal("0.12"), Month.parse("1998-01")))
                .isEqualTo(Fen.ofYuan("5616.00"));
    }

    private static Turn tried(Transfer transfer, Try step, int n) {
        Message message = message("m-" + n, kind(step), "c" + n);
        return switch (step) {
            case ACCEPT ->
                TransferRule.accept(
                        transfer, n % 2 == 0 ? List.of() : List.of(Paper.secondary("form", "申请表")), DAY, by("clerk"));
            case LETTER -> TransferRule.sendLetter(transfer, by(n % 2 == 0 ? "clerk" : "reviewer"));
            case RECEIVED -> TransferRule.letter(transfer, message, by("agency"));
            case INFORMATION ->
                transfer.direction() == Direction.IN
                        ? TransferRule.information(
                                transfer, information(), expected(), List.of(), message, by("agency"))
                        : SendingRule.receipt(transfer, null, message, by("agency"));
            case MONEY ->
                transfer.direction() == Direction.IN
                        ? moneyIn(transfer, "m-" + n, "9360.00")
                        : SendingRule.receipt(transfer, Fen.ofYuan("9360.00"), message, by("agency"));
            case OTHER_MONEY ->
                transfer.direction() == Direction.IN
                        ? moneyIn(transfer, "m-" + n, "1.00")
                        : SendingRule.receipt(transfer, Fen.ofYuan("1.00"), message, by("agency"));
            case HANDLE -> SendingRule.handle(transfer, by("clerk"));
            case SEND -> SendingRule.send(transfer, List.of(), by(n % 2 == 0 ? "clerk" : "reviewer"));
            case RECEIPT -> SendingRule.receipt(transfer, null, message, by("agency"));
            case MONEY_RECEIPT -> SendingRule.receipt(transfer, Fen.ofYuan("9360.00"), message, by("agency"));
            case PROPOSE_RETURN ->
                TransferRule.propose(transfer, new Proposal(Proposal.Kind.RETURN, "退回", null, "clerk", DAY));
            case PROPOSE_RELEASE ->
                TransferRule.propose(transfer, new Proposal(Proposal.Kind.RELEASE, "放行", null, "clerk", DAY));
            case AGREE -> TransferRule.decide(transfer, true, by(n % 2 == 0 ? "clerk" : "reviewer"));
            case DISAGREE -> TransferRule.decide(transfer, false, by("reviewer"));
            case WITHDRAW -> TransferRule.withdraw(transfer, by("citizen"));
            case OTHER_RETURNS -> TransferRule.returnedByOther(transfer, message, "退回", by("agency"));
            case COMPLETE -> TransferRule.complete(transfer, by("agency"));
        };
    }

    private static Message.Kind kind(Try step) {
        return switch (step) {
            case MONEY, OTHER_MONEY, MONEY_RECEIPT -> Message.Kind.MONEY;
            case INFORMATION, RECEIPT -> Message.Kind.INFORMATION;
            default -> Message.Kind.LETTER;
        };
    }

    /** As accounts and relations follow a step, nothing is left to do. */
    private static Transfer effected(Transfer transfer) {
        Todo todo = transfer.todo();
        if (todo == null) {
            return transfer;
        }
        return switch (todo) {
            case BOOK -> after(transfer, TransferRule.complete(transfer, by("agency")));
            case SEAL, RESTORE -> transfer.todo(null);
            case SEND -> {
                Sent sent = Objects.requireNonNull(transfer.sent());
                yield transfer.with(sent.with(information(), expected())).todo(null);
            }
        };
    }

    /** Whether each step between the two is one that the table of states has. */
    private static boolean path(Transfer before, Transfer after) {
        TransferState state = before.state();
        for (int i = before.progress().steps().size();
                i < after.progress().steps().size();
                i++) {
            TransferState from = state;
            TransferState to = after.progress().steps().get(i).state();
            boolean sending = from == TransferState.HANDLING && to == TransferState.HANDLING;
            if (!sending
                    && EnumSet.allOf(Move.class).stream()
                            .noneMatch(
                                    move -> from.after(move).filter(to::equals).isPresent())) {
                return false;
            }
            state = to;
        }
        return true;
    }
}
