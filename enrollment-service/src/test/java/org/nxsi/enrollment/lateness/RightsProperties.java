package org.nxsi.enrollment.lateness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.nxsi.enrollment.Registered;
import org.nxsi.enrollment.collection.Due;
import org.nxsi.enrollment.collection.DueKey;
import org.nxsi.enrollment.collection.DueState;
import org.nxsi.enrollment.collection.Posting;
import org.nxsi.enrollment.collection.Telling;
import org.nxsi.enrollment.collection.TestDues;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/** 延期办理不影响参保人员权益记录 (第七条): rights never shrink because something was put off. */
class RightsProperties {

    private static final AreaCode AREA = AreaCode.parse("640104");
    private static final DueKey KEY = new DueKey(
            Payer.employer(CreditCode.parse(Registered.freshCreditCode())),
            Scheme.EMPLOYEE_PENSION,
            Month.parse("2020-01"));
    private static final LocalDate DUE = LocalDate.parse("2020-02-25");
    private static final Instant AT = Instant.parse("2020-03-01T00:00:00Z");

    @Property
    void whatever_the_ledger_says_the_money_counts_as_if_it_had_said_nothing(
            @ForAll("money") List<Posting> money, @ForAll("words") List<Posting> words, @ForAll long seed) {
        List<Posting> all = new ArrayList<>(money);
        all.addAll(words);
        Collections.shuffle(all, new Random(seed));

        Due without = TestDues.folded(KEY, AREA, money);
        Due with = TestDues.folded(KEY, AREA, all);

        assertThat(with.arrived()).isEqualTo(without.arrived());
        assertThat(with.state()).isEqualTo(without.state());
        assertThat(with.fullOn()).isEqualTo(without.fullOn());
        assertThat(with.toCredit()).isEqualTo(without.toCredit());
        assertThat(with.suspense()).isEqualTo(without.suspense());
    }

    @Property
    void a_month_that_is_paid_in_full_counts_however_late(
            @ForAll("words") List<Posting> words, @ForAll @IntRange(min = 0, max = 900) int days) {
        List<Posting> all = new ArrayList<>(words);
        all.add(TestDues.charged(AREA, 1, "1000.00", DUE.toString()));
        all.add(TestDues.paid("all", "1000.00", DUE.plusDays(days).toString()));

        Due due = TestDues.folded(KEY, AREA, all);

        assertThat(due.state()).isEqualTo(DueState.PAID);
        assertThat(due.toCredit()).isEqualTo(1);
        assertThat(due.overdueAfter() == null || !due.isPutOff()).isTrue();
    }

    @Property
    void order_and_repetition_of_what_is_told_change_nothing(
            @ForAll("money") List<Posting> money, @ForAll("words") List<Posting> words, @ForAll long seed) {
        List<Posting> once = new ArrayList<>(money);
        once.addAll(words);
        List<Posting> again = new ArrayList<>(once);
        again.addAll(once);
        Collections.shuffle(again, new Random(seed));

        assertThat(TestDues.folded(KEY, AREA, again)).isEqualTo(TestDues.folded(KEY, AREA, once));
    }

    @Property
    void what_the_ledger_is_told_to_be_made_up_is_what_arrived_late_and_payments_explain_all_of_it(
            @ForAll("money") List<Posting> money) {
        List<Posting> all = new ArrayList<>(money);
        all.add(Posting.putOff(AT, DUE.plusDays(1), "EP-640000-1"));
        Due due = TestDues.folded(KEY, AREA, all);

        Telling next = due.telling("b");

        if (next == null) {
            assertThat(due.toTell()).isNull();
            return;
        }
        Fen sum = MakeUps.of(due, Fen.ZERO, next.madeUp(), DUE).stream()
                .map(MakeUps.MakeUp::amount)
                .reduce(Fen.ZERO, Fen::plus);
        assertThat(sum).isEqualTo(next.madeUp());
        assertThat(next.putOff().minus(next.madeUp())).isEqualTo(due.unpaid());
        assertThat(due.beginning(next).told(next).toTell()).isNull();
        assertThat(PaidShare.of(due).stream().map(PaidShare::amount).reduce(Fen.ZERO, Fen::plus))
                .isEqualTo(due.arrived());
    }

    @Provide
    Arbitrary<List<Posting>> money() {
        Arbitrary<Posting> paid = Arbitraries.integers()
                .between(1, 9)
                .flatMap(number -> Arbitraries.integers()
                        .between(-20, 200)
                        .map(day -> TestDues.paid(
                                "n" + number,
                                number * 90 + ".00",
                                DUE.plusDays(number + day).toString())));
        Arbitrary<Posting> reversed = Arbitraries.integers()
                .between(1, 9)
                .map(number -> TestDues.reversed("n" + number, DUE.plusDays(300).toString()));
        return Arbitraries.frequencyOf(Tuple.of(4, paid), Tuple.of(1, reversed))
                .list()
                .uniqueElements(Posting::id)
                .ofMaxSize(8)
                .map(list -> {
                    List<Posting> all = new ArrayList<>(list);
                    all.add(TestDues.charged(AREA, 1, "1000.00", DUE.toString()));
                    return all;
                });
    }

    @Provide
    Arbitrary<List<Posting>> words() {
        Arbitrary<Posting> word = Arbitraries.of(
                        Posting.Kind.DEADLINE, Posting.Kind.EXPIRED, Posting.Kind.NORMAL_RULES, Posting.Kind.REOPENED)
                .flatMap(kind -> Arbitraries.integers()
                        .between(1, 400)
                        .map(day -> Posting.ofLedger(
                                kind,
                                "e" + day,
                                AT.plusSeconds(86_400L * day),
                                DUE.plusDays(day),
                                "entry",
                                kind == Posting.Kind.DEADLINE && day % 3 > 0 ? DUE.plusDays(day + 30) : null)));
        return word.list().uniqueElements(Posting::id).ofMaxSize(6).map(list -> {
            List<Posting> all = new ArrayList<>(list);
            all.add(Posting.putOff(AT, DUE.plusDays(1), "EP-640000-1"));
            return all;
        });
    }
}
