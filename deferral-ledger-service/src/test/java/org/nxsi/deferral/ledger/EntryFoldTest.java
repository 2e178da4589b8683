package org.nxsi.deferral.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nxsi.deferral.ledger.Postings.assessed;
import static org.nxsi.deferral.ledger.Postings.entry;
import static org.nxsi.deferral.ledger.Postings.expired;
import static org.nxsi.deferral.ledger.Postings.madeUp;
import static org.nxsi.deferral.ledger.Postings.normalRules;
import static org.nxsi.deferral.ledger.Postings.opened;
import static org.nxsi.deferral.ledger.Postings.reopened;
import static org.nxsi.deferral.ledger.Postings.until;
import static org.nxsi.deferral.ledger.Postings.withdrawn;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.nxsi.platform.money.Fen;

class EntryFoldTest {

    private static final PeriodEnd UNTIL_SEPTEMBER = until("2020-09-30");

    @Example
    void what_is_opened_is_open_with_what_the_first_opening_says() {
        Entry entry = entry(PeriodEnd.NONE, opened("a", "110", "1600.00"), opened("b", "210", "50.00"));

        assertThat(entry.id()).isEqualTo("EMPLOYER|91640100MA7ABCD12N|CONTRIBUTION|2020-02");
        assertThat(entry.state()).isEqualTo(State.OPEN);
        assertThat(entry.schemes()).containsExactly("110", "210");
        assertThat(entry.amount()).isEqualTo(Fen.ofYuan("1650.00"));
        assertThat(entry.dueDate()).isEqualTo("2020-02-25");
        assertThat(entry.week()).isEqualTo("2020-W09");
        assertThat(entry.period()).isEqualTo("EP-640000-1");
        assertThat(entry.deadline()).isNull();
    }

    @Example
    void an_amount_that_is_not_known_of_one_scheme_is_not_known_at_all() {
        assertThat(entry(PeriodEnd.NONE, opened("a", "110", "1600.00"), opened("b", "210", null))
                        .amount())
                .isNull();
    }

    @Example
    void a_later_assessment_tells_the_amount_whatever_was_said_before() {
        Entry entry = entry(PeriodEnd.NONE, assessed("x", "110", "1500.00"), opened("z", "110", "1600.00"));

        assertThat(entry.amount()).isEqualTo(Fen.ofYuan("1500.00"));
    }

    @Example
    void the_same_business_told_by_two_sources_is_due_once() {
        Entry entry = entry(PeriodEnd.NONE, opened("a", "110", "1600.00"), opened("b", "110", "1600.00"));

        assertThat(entry.amount()).isEqualTo(Fen.ofYuan("1600.00"));
    }

    @Example
    void made_up_in_part_then_in_whole() {
        Entry part = entry(PeriodEnd.NONE, opened("a", "110", "1600.00"), madeUp("b", "110", "600.00", "2020-05-20"));
        Entry whole = EntryFold.with(part, List.of(madeUp("c", "110", "1000.00", "2020-06-01")), PeriodEnd.NONE);

        assertThat(part.state()).isEqualTo(State.PARTLY_MADE_UP);
        assertThat(part.madeUp()).isEqualTo(Fen.ofYuan("600.00"));
        assertThat(whole.state()).isEqualTo(State.MADE_UP);
        assertThat(whole.madeUpOn()).isEqualTo("2020-06-01");
        assertThat(whole.inTime()).isTrue();
    }

    @Example
    void one_scheme_made_up_leaves_the_others_open() {
        Entry entry = entry(
                PeriodEnd.NONE,
                opened("a", "110", "1600.00"),
                opened("b", "210", null),
                madeUp("c", "110", "1600.00", "2020-05-20"));

        assertThat(entry.state()).isEqualTo(State.PARTLY_MADE_UP);
    }

    @Example
    void what_has_no_known_amount_is_made_up_by_any_make_up() {
        assertThat(entry(PeriodEnd.NONE, opened("a", "110", null), madeUp("b", "110", null, "2020-05-20"))
                        .state())
                .isEqualTo(State.MADE_UP);
        assertThat(entry(PeriodEnd.NONE, opened("a", "110", null), madeUp("b", "110", "12.00", "2020-05-20"))
                        .state())
                .isEqualTo(State.MADE_UP);
    }

    @Example
    void a_make_up_that_comes_before_its_opening_is_kept_and_counts_then() {
        Entry awaited = entry(PeriodEnd.NONE, madeUp("b", "110", "1600.00", "2020-05-20"));
        Entry opened = EntryFold.with(awaited, List.of(opened("a", "110", "1600.00")), PeriodEnd.NONE);

        assertThat(awaited.state()).isEqualTo(State.AWAITED);
        assertThat(awaited.madeUp()).isEqualTo(Fen.ZERO);
        assertThat(awaited.area()).isEqualTo("640104");
        assertThat(opened.state()).isEqualTo(State.MADE_UP);
    }

    @Example
    void a_make_up_on_the_last_day_is_in_time_and_one_a_day_later_is_late() {
        Posting opened = opened("a", "110", "1600.00");

        assertThat(entry(UNTIL_SEPTEMBER, opened, madeUp("b", "110", null, "2020-09-30"))
                        .inTime())
                .isTrue();
        assertThat(entry(UNTIL_SEPTEMBER, opened, madeUp("b", "110", null, "2020-10-01"))
                        .inTime())
                .isFalse();
    }

    @Example
    void an_expired_entry_that_is_made_up_is_made_up_late() {
        Entry entry = entry(
                UNTIL_SEPTEMBER,
                opened("a", "110", "1600.00"),
                expired("2020-09-30", "2020-10-01"),
                madeUp("b", "110", null, "2020-10-09"));

        assertThat(entry.state()).isEqualTo(State.MADE_UP);
        assertThat(entry.inTime()).isFalse();
    }

    @Example
    void an_entry_that_expired_under_an_earlier_deadline_is_open_under_a_later_one() {
        Entry entry = entry(UNTIL_SEPTEMBER, opened("a", "110", "1600.00"), expired("2020-09-30", "2020-10-01"));
        Entry later = EntryFold.with(entry, List.of(), until("2020-10-30"));

        assertThat(entry.state()).isEqualTo(State.EXPIRED);
        assertThat(entry.expiresAfter()).isNull();
        assertThat(later.state()).isEqualTo(State.OPEN);
        assertThat(later.expiresAfter()).isEqualTo("2020-10-30");
    }

    @Example
    void normal_rules_that_were_decided_under_an_earlier_deadline_do_not_hold_under_a_later_one() {
        Entry entry = entry(
                UNTIL_SEPTEMBER,
                opened("a", "110", "1600.00"),
                expired("2020-09-30", "2020-10-01"),
                normalRules("n", "2020-10-12"));

        assertThat(entry.normalRules()).isTrue();
        assertThat(EntryFold.with(entry, List.of(), until("2020-10-30")).normalRules())
                .isFalse();
    }

    @Example
    void what_was_opened_again_after_its_deadline_does_not_expire_with_it_a_second_time() {
        Entry entry = entry(
                UNTIL_SEPTEMBER,
                opened("a", "110", "1600.00"),
                expired("2020-09-30", "2020-10-01"),
                reopened("r", "expired|2020-09-30"));

        assertThat(entry.state()).isEqualTo(State.REOPENED);
        assertThat(entry.expiresAfter()).isNull();
    }

    @Example
    void a_make_up_that_a_reopening_took_back_does_not_count_when_it_is_told_again() {
        Posting paid = madeUp("b", "110", "1600.00", "2020-05-20");
        Entry entry = entry(PeriodEnd.NONE, opened("a", "110", "1600.00"), paid, reopened("r", "b"));

        assertThat(entry.state()).isEqualTo(State.REOPENED);
        assertThat(EntryFold.with(entry, List.of(paid), PeriodEnd.NONE).madeUp())
                .isEqualTo(Fen.ZERO);
    }

    @Example
    void what_was_withdrawn_stays_withdrawn_until_two_people_open_it_again() {
        Entry withdrawn = entry(PeriodEnd.NONE, opened("a", "110", "1600.00"), withdrawn("w"));

        assertThat(withdrawn.state()).isEqualTo(State.WITHDRAWN);
        assertThat(EntryFold.with(withdrawn, List.of(madeUp("b", "110", null, "2020-05-20")), PeriodEnd.NONE)
                        .state())
                .isEqualTo(State.WITHDRAWN);
        assertThat(EntryFold.with(withdrawn, List.of(reopened("r", "w")), PeriodEnd.NONE)
                        .state())
                .isEqualTo(State.REOPENED);
    }

    @Property
    void any_order_and_repetition_of_postings_folds_to_the_same_entry(
            @ForAll("postings") List<Posting> postings, @ForAll boolean lifted, @ForAll Random random) {
        PeriodEnd end = lifted ? UNTIL_SEPTEMBER : PeriodEnd.NONE;
        Entry expected = EntryFold.of(Postings.KEY, postings, end);

        List<Posting> delivered = new ArrayList<>(postings);
        postings.stream().filter(each -> random.nextBoolean()).forEach(delivered::add);
        Collections.shuffle(delivered, random);
        Entry atOnce = EntryFold.of(Postings.KEY, delivered, end);
        Entry oneByOne = EntryFold.of(Postings.KEY, delivered.subList(0, 1), end);
        for (Posting each : delivered.subList(1, delivered.size())) {
            oneByOne = EntryFold.with(oneByOne, List.of(each), end);
        }

        assertThat(atOnce).isEqualTo(expected);
        assertThat(oneByOne)
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(expected);
    }

    @Property
    void nothing_is_made_up_beyond_what_was_paid_and_never_more_than_once(@ForAll("postings") List<Posting> postings) {
        Entry entry = EntryFold.of(Postings.KEY, postings, PeriodEnd.NONE);
        long paid = postings.stream()
                .filter(each -> each.kind() == Posting.Kind.MADE_UP && each.amount() != null)
                .mapToLong(each -> each.amount().amount_fen())
                .sum();
        boolean whole =
                postings.stream().anyMatch(each -> each.kind() == Posting.Kind.MADE_UP && each.amount() == null);

        assertThat(whole || entry.madeUp().amount_fen() <= paid).isTrue();
        assertThat(entry.state() == State.MADE_UP).isEqualTo(entry.madeUpOn() != null && !isWithdrawn(entry));
        assertThat(entry.schemes().isEmpty()).isEqualTo(entry.state() == State.AWAITED);
    }

    private static boolean isWithdrawn(Entry entry) {
        return entry.state() == State.WITHDRAWN;
    }

    /** Few schemes and amounts, so that they meet; ids tell them apart. */
    @Provide
    Arbitrary<List<Posting>> postings() {
        Arbitrary<String> amount = Arbitraries.of("100.00", "250.00", "600.00").injectNull(0.2);
        Arbitrary<Posting.Kind> kind = Arbitraries.frequency(
                net.jqwik.api.Tuple.of(4, Posting.Kind.OPENED),
                net.jqwik.api.Tuple.of(4, Posting.Kind.MADE_UP),
                net.jqwik.api.Tuple.of(1, Posting.Kind.AMOUNT),
                net.jqwik.api.Tuple.of(1, Posting.Kind.WITHDRAWN),
                net.jqwik.api.Tuple.of(1, Posting.Kind.EXPIRED),
                net.jqwik.api.Tuple.of(1, Posting.Kind.NORMAL_RULES),
                net.jqwik.api.Tuple.of(1, Posting.Kind.REOPENED));
        Arbitrary<LocalDate> day = Arbitraries.integers()
                .between(0, 300)
                .map(days -> LocalDate.of(2020, 2, 1).plusDays(days));
        return Combinators.combine(
                        kind,
                        Arbitraries.of("110", "210", "410"),
                        amount,
                        day,
                        Arbitraries.integers().between(0, 9))
                .as(Draft::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(drafts -> IntStream.range(0, drafts.size())
                        .mapToObj(i -> drafts.get(i).posting(i))
                        .toList());
    }

    private record Draft(Posting.Kind kind, String scheme, String amount, LocalDate on, int voided) {

        Posting posting(int number) {
            boolean hasScheme =
                    kind == Posting.Kind.OPENED || kind == Posting.Kind.MADE_UP || kind == Posting.Kind.AMOUNT;
            List<String> voids = kind == Posting.Kind.REOPENED && voided != number ? List.of("p" + voided) : List.of();
            return Postings.posting(
                    "p" + number, kind, on.toString(), hasScheme ? scheme : null, hasScheme ? amount : null, voids);
        }
    }
}
