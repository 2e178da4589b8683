package org.nxsi.enrollment.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nxsi.enrollment.EnrollmentUnderTest;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

class MonthStateTest {

    private static final LocalDate DUE = LocalDate.parse("2020-03-25");
    private static final LocalDate DEADLINE = LocalDate.parse("2020-09-30");
    private static final MonthFacts OWED = MonthFacts.insured(DUE).assessed(false, false);

    @Test
    void what_nobody_insured_or_assessed_is_no_month_of_the_record() {
        assertThat(MonthState.of(MonthFacts.none(DUE), DUE)).isNull();
        assertThat(MonthState.of(MonthFacts.none(DUE).paid(false), DUE)).isNull();
    }

    @Test
    void in_time_it_is_awaited_and_afterwards_missing() {
        assertThat(MonthState.of(MonthFacts.insured(DUE), DUE)).isEqualTo(MonthState.NOT_YET_DUE);
        assertThat(MonthState.of(OWED, DUE)).isEqualTo(MonthState.AWAITING_PAYMENT);
        assertThat(MonthState.of(OWED, DUE.plusDays(1))).isEqualTo(MonthState.MISSING);
        assertThat(MonthState.of(MonthFacts.insured(DUE), DUE.plusDays(1))).isEqualTo(MonthState.MISSING);
    }

    @Test
    void where_no_document_tells_until_when_to_pay_nothing_is_missing() {
        assertThat(MonthState.of(MonthFacts.insured(null), LocalDate.parse("2030-01-01")))
                .isEqualTo(MonthState.NOT_YET_DUE);
    }

    /** The examples of the ledger's MonthStandingTest: both say the same of the same month. */
    @Test
    void what_is_put_off_stands_here_as_the_ledger_says() {
        MonthFacts open = OWED.putOff(null);
        MonthFacts until = OWED.putOff(DEADLINE);

        assertThat(MonthState.of(until, DEADLINE)).isEqualTo(MonthState.DEFERRED);
        assertThat(MonthState.of(open, LocalDate.parse("2024-12-31"))).isEqualTo(MonthState.DEFERRED);
        assertThat(MonthState.of(until, DEADLINE.plusDays(1))).isEqualTo(MonthState.MISSING);
        assertThat(MonthState.of(until.expiredInLedger(), DEADLINE.plusDays(2))).isEqualTo(MonthState.MISSING);
        assertThat(MonthState.of(until.paid(true), LocalDate.parse("2020-12-01")))
                .isEqualTo(MonthState.MADE_UP);
        assertThat(MonthState.of(OWED.putOff(DEADLINE.plusMonths(1)), DEADLINE.plusDays(20)))
                .as("opened again by two people")
                .isEqualTo(MonthState.DEFERRED);
        assertThat(MonthState.DEFERRED.counts()).isFalse();
        assertThat(MonthState.DEFERRED.isGap()).isFalse();
    }

    @Test
    void relief_makes_a_month_exempt_once_the_rest_is_paid() {
        MonthFacts relieved = MonthFacts.insured(DUE).assessed(false, true);

        assertThat(MonthState.of(relieved, DUE)).isEqualTo(MonthState.AWAITING_PAYMENT);
        assertThat(MonthState.of(relieved.paid(false), DUE)).isEqualTo(MonthState.EXEMPT);
        assertThat(MonthState.EXEMPT.counts()).isTrue();
    }

    @Test
    void a_past_month_that_is_assessed_late_is_made_up_even_if_its_own_due_date_is_kept() {
        assertThat(MonthState.of(MonthFacts.insured(DUE).assessed(true, false).paid(false), DUE))
                .isEqualTo(MonthState.MADE_UP);
    }

    @Test
    void paid_for_all_employees_but_not_declared_for_this_one_it_waits_for_the_settlement() {
        MonthState state = MonthState.of(MonthFacts.insured(DUE).paid(false), DUE.plusYears(1));

        assertThat(state).isEqualTo(MonthState.UNSETTLED);
        assertThat(MonthState.UNSETTLED.counts()).isFalse();
        assertThat(MonthState.UNSETTLED.isGap()).isFalse();
    }

    @Property
    void deferral_never_makes_less_of_a_month(
            @ForAll("facts") MonthFacts facts, @ForAll @IntRange(max = 400) int day, @ForAll("deadline") Until until) {
        LocalDate today = DUE.plusDays(day - 100L);
        MonthState without = MonthState.of(facts, today);
        MonthState with = MonthState.of(facts.putOff(until.day()), today);

        if (without == null) {
            assertThat(with).isNull();
            return;
        }
        assertThat(with).isNotNull();
        if (!facts.putOff()) {
            assertThat(with).isGreaterThanOrEqualTo(without);
        }
        assertThat(with.counts()).isEqualTo(without.counts());
        if (facts.paid()) {
            assertThat(with).isEqualTo(without);
        }
    }

    @Property
    void the_state_follows_from_the_facts_in_whatever_order_they_become_known(
            @ForAll @Size(max = 6) List<@IntRange(max = 5) Integer> known, @ForAll Random random) {
        List<Integer> distinct = new ArrayList<>(known.stream().distinct().toList());
        MonthFacts one = learned(distinct);
        Collections.shuffle(distinct, random);

        assertThat(learned(distinct)).isEqualTo(one);
    }

    @Property
    void a_paid_month_stays_what_it_is_on_every_later_day(
            @ForAll("facts") MonthFacts facts, @ForAll @IntRange(max = 2_000) int later) {
        MonthFacts paid = facts.paid(facts.paidLate());

        assertThat(MonthState.of(paid, DUE.plusDays(later))).isEqualTo(MonthState.of(paid, DUE));
    }

    @Property
    void what_counts_is_paid_made_up_or_exempt_and_gaps_are_what_is_missing(
            @ForAll @Size(max = 60) List<MonthState> states) {
        SchemeRecord scheme = record(states);

        assertThat(scheme.counted())
                .isEqualTo(scheme.of(MonthState.PAID) + scheme.of(MonthState.MADE_UP) + scheme.of(MonthState.EXEMPT));
        assertThat(scheme.counts().values().stream().mapToInt(each -> each).sum())
                .isEqualTo(states.size());
        assertThat(scheme.gaps().stream()
                        .mapToInt(gap -> gap.from().until(gap.to()) + 1)
                        .sum())
                .isEqualTo(scheme.of(MonthState.MISSING));
    }

    @Property
    void of_several_payers_the_best_counts_in_whatever_order(
            @ForAll @Size(min = 1, max = 5) List<MonthState> states, @ForAll Random random) {
        List<MonthState> shuffled = new ArrayList<>(states);
        Collections.shuffle(shuffled, random);

        MonthState best = MonthState.best(states).orElseThrow();

        assertThat(MonthState.best(shuffled)).contains(best);
        assertThat(best.counts()).isEqualTo(states.stream().anyMatch(MonthState::counts));
        assertThat(best.isGap()).isEqualTo(states.stream().allMatch(MonthState::isGap));
    }

    @Test
    void a_residents_year_counts_twelve_months() {
        RecordMonth year =
                RecordMonth.of(new Month(2020, 12), List.of(payer(Payer.parse("RESIDENT:" + PERSON), MonthState.PAID)));

        assertThat(new SchemeRecord(Scheme.RESIDENT_PENSION, List.of(year), false).counted())
                .isEqualTo(12);
    }

    private static final String PERSON = EnrollmentUnderTest.person("640104196002290011");

    private static MonthFacts learned(List<Integer> known) {
        List<UnaryOperator<MonthFacts>> lessons = List.of(
                MonthFacts::covered,
                facts -> facts.assessed(false, true),
                facts -> facts.paid(true),
                facts -> facts.putOff(DEADLINE),
                MonthFacts::expiredInLedger,
                facts -> facts.due(DUE));
        MonthFacts facts = MonthFacts.none(null);
        for (int each : known) {
            facts = lessons.get(each).apply(facts);
        }
        return facts;
    }

    private static SchemeRecord record(List<MonthState> states) {
        List<RecordMonth> months = new ArrayList<>();
        Month month = new Month(2015, 1);
        for (MonthState state : states) {
            months.add(RecordMonth.of(month, List.of(payer(Payer.parse("EMPLOYER:91640100MA7ABCD12N"), state))));
            month = month.next();
        }
        return new SchemeRecord(Scheme.EMPLOYEE_PENSION, months, false);
    }

    private static RecordMonth.OfPayer payer(Payer payer, MonthState state) {
        return new RecordMonth.OfPayer(payer, state, null, Fen.ZERO, Fen.ZERO, Fen.ZERO, null, null);
    }

    /** A day, or none. */
    record Until(@Nullable LocalDate day) {}

    @Provide
    Arbitrary<Until> deadline() {
        return Arbitraries.integers()
                .between(0, 300)
                .injectNull(0.2)
                .map(days -> days == null ? new Until(null) : new Until(DUE.plusDays(days)));
    }

    @Provide
    Arbitrary<MonthFacts> facts() {
        Arbitrary<Boolean> flag = Arbitraries.of(true, false);
        Arbitrary<LocalDate> due = Arbitraries.of(DUE, DUE.plusMonths(1)).injectNull(0.1);
        return Combinators.combine(flag, flag, flag, flag, due, flag, flag)
                .as((insured, assessed, late, relieved, day, paid, paidLate) -> {
                    MonthFacts facts = insured ? MonthFacts.insured(day) : MonthFacts.none(day);
                    facts = assessed ? facts.assessed(late, relieved) : facts;
                    return paid ? facts.paid(paidLate) : facts;
                });
    }
}
