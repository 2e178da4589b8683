package org.nxsi.enrollment.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;
import org.nxsi.enrollment.assessment.Sample;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/** Whatever is told of a due, in whatever order and however often. */
class DueFoldProperties {

    private static final DueKey KEY =
            new DueKey(Payer.employer(Sample.creditCode(77)), Scheme.EMPLOYEE_PENSION, Month.parse("2020-01"));
    private static final AreaCode AREA = AreaCode.parse("640104");
    private static final LocalDate FIRST = LocalDate.of(2020, 2, 1);
    private static final Instant TOLD = Instant.parse("2020-02-10T00:00:00Z");

    @Provide
    Arbitrary<Posting> postings() {
        Arbitrary<Integer> number = Arbitraries.integers().between(1, 12);
        // what a notice says never changes: its amount and day follow from its number
        Arbitrary<Posting> paid =
                number.map(n -> Posting.paid("64|" + n, TOLD, FIRST.plusDays(n), Fen.of(n * 10_000L), Fen.of(n)));
        Arbitrary<Posting> reversed = number.map(n -> Posting.reversed("64|" + n, TOLD, FIRST.plusDays(n + 3L)));
        Arbitrary<Posting> moved = Combinators.combine(number, Arbitraries.of(true, false))
                .as((n, in) -> Posting.moved(
                        in ? Posting.Kind.MOVED_IN : Posting.Kind.MOVED_OUT,
                        "A" + n,
                        TOLD,
                        FIRST.plusDays(20L + n),
                        Fen.of(n * 1_000L),
                        "clerk",
                        "finance"));
        Arbitrary<Posting> charged = Arbitraries.integers()
                .between(1, 4)
                .map(revision -> Posting.charged(
                        new Charged(
                                "HD",
                                revision,
                                AREA,
                                Fen.of(revision * 60_000L),
                                Fen.of(revision * 30_000L),
                                LocalDate.of(2020, 2, 25),
                                3),
                        TOLD,
                        FIRST));
        return Arbitraries.frequencyOf(
                Tuple.of(5, paid), Tuple.of(2, reversed), Tuple.of(2, moved), Tuple.of(2, charged));
    }

    @Property
    void neither_order_nor_repetition_nor_the_cut_into_batches_changes_the_due(
            @ForAll @Size(max = 40) List<@From("postings") Posting> told, @ForAll long seed) {
        Due atOnce = fold(told);
        Random random = new Random(seed);
        List<Posting> more = new ArrayList<>(told);
        told.stream().filter(each -> random.nextBoolean()).forEach(more::add);
        Collections.shuffle(more, random);

        Due piecemeal = DueFold.of(KEY, AREA, List.of(), Progress.NONE, 1);
        for (int from = 0; from < more.size(); ) {
            int to = Math.min(more.size(), from + 1 + random.nextInt(5));
            piecemeal = DueFold.with(piecemeal, more.subList(from, to));
            from = to;
        }

        assertThat(withVersion(piecemeal)).isEqualTo(withVersion(atOnce));
    }

    @Property
    void what_counts_and_what_waits_is_what_came_and_never_more_counts_than_is_owed(
            @ForAll @Size(max = 40) List<@From("postings") Posting> told) {
        Due due = fold(told);

        assertThat(due.arrived().plus(due.suspense())).isEqualTo(due.received());
        assertThat(due.arrived().isNegative()).isFalse();
        if (due.assessed() == null) {
            assertThat(due.arrived()).isEqualTo(Fen.ZERO);
            assertThat(due.state()).isEqualTo(DueState.AWAITED);
        } else {
            assertThat(due.arrived()).isLessThanOrEqualTo(Objects.requireNonNull(due.assessed()));
            assertThat(due.state() == DueState.PAID).isEqualTo(due.unpaid().isZero());
            assertThat(due.fullOn() != null).isEqualTo(due.state() == DueState.PAID);
        }
        Fen byHand = DueFold.money(due).stream().map(DueFold::signed).reduce(Fen.ZERO, Fen::plus);
        assertThat(due.received()).isEqualTo(byHand);
    }

    @Property
    void a_payment_that_is_taken_back_is_as_if_it_had_never_come(
            @ForAll @Size(max = 30) List<@From("postings") Posting> told) {
        Posting paid = Posting.paid("64|x", TOLD, FIRST.plusDays(9), Fen.of(123_456), Fen.of(78));
        Posting reversed = Posting.reversed("64|x", TOLD, FIRST.plusDays(11));
        List<Posting> more = new ArrayList<>(told);
        more.add(0, reversed);
        more.add(paid);

        Due with = fold(more);
        Due without = fold(told);

        assertThat(with.arrival()).isEqualTo(without.arrival());
        assertThat(with.state()).isEqualTo(without.state());
        assertThat(with.suspense()).isEqualTo(without.suspense());
    }

    @Property
    void the_same_facts_are_told_to_others_once(@ForAll @Size(max = 30) List<@From("postings") Posting> told) {
        Due due = fold(told);
        Due announced = due.announced(due.arrival());

        assertThat(announced.news()).isNull();
        assertThat(announced.arrival()).isEqualTo(due.arrival());
    }

    @Property
    void no_due_has_more_movements_of_money_than_there_is_room_for(
            @ForAll @Size(max = 30) List<@From("postings") Posting> told) {
        List<Posting> many = new ArrayList<>(told);
        for (int i = 0; i < Due.MOST_POSTINGS + 10; i++) {
            many.add(Posting.paid("64|many-" + i, TOLD, FIRST, Fen.of(1), Fen.ZERO));
        }

        List<Posting> fitting = Room.fitting(List.of(), many);
        Due due = fold(fitting);

        assertThat(Room.left(due)).isZero();
        assertThat(due.hasRoom()).isFalse();
        assertThat(Room.fitting(due.postings(), many)).isEmpty();
    }

    private static Due fold(List<Posting> told) {
        return DueFold.of(KEY, AREA, told, Progress.NONE, 1);
    }

    private static Due withVersion(Due due) {
        return DueFold.of(KEY, AREA, due.postings(), due.progress(), 0);
    }
}
