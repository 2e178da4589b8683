package org.nxsi.local.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.nxsi.local.roster.RosterRow.BankState;
import org.nxsi.platform.identity.BankAccount;
import org.nxsi.platform.identity.PersonName;
import org.nxsi.platform.identity.Sex;
import org.nxsi.platform.identity.SocialNumber;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

class SampleRosterTest {

    private static final Month RUN = new Month(2020, 3);

    @Property(tries = 20)
    void the_same_seed_makes_the_same_rows(
            @ForAll @LongRange(min = 0) long seed, @ForAll @IntRange(max = 5000) int row) {
        assertThat(new SampleRoster(10_000, seed).row(row)).isEqualTo(new SampleRoster(5_001, seed).row(row));
    }

    @Property(tries = 200)
    void every_row_is_a_payee_whom_the_import_accepts(
            @ForAll long seed, @ForAll @LongRange(min = 0, max = SampleRoster.MOST_PAYEES - 1) long index) {
        RosterRow row = new SampleRoster(SampleRoster.MOST_PAYEES, seed).row(index);

        assertThat(SocialNumber.check(row.number().value())).isNull();
        assertThat(row.number().areaDigits()).isEqualTo(row.area()).isIn(People.COUNTIES);
        assertThat(PersonName.check(row.name())).isNull();
        assertThat(new BankAccount(row.account()).looksLikeCard()).isTrue();
        assertThat(row.bank()).isIn("102", "103", "104", "105", "313", "403");
        assertThat(row.scheme()).isIn("110", "120", "170");
        assertThat(row.since().isAfter(RUN))
                .as("entitled by the month of the run")
                .isFalse();
        assertThat(row.cells()).hasSameSizeAs(RosterRow.HEADER).noneMatch(cell -> cell.contains(",") || cell.isBlank());
    }

    @Property(tries = 200)
    void nobody_draws_a_pension_before_the_age_of_their_scheme(
            @ForAll long seed, @ForAll @LongRange(min = 0, max = 1_000_000) long index) {
        RosterRow row = new SampleRoster(SampleRoster.MOST_PAYEES, seed).row(index);

        boolean earlier = row.number().sex() == Sex.FEMALE && !row.scheme().equals("170");
        int months = Month.of(row.number().birthDate()).until(row.since());
        assertThat(months).isGreaterThanOrEqualTo(12 * (earlier ? 50 : 60) + 1);
    }

    @Property(tries = 200)
    void residents_have_a_base_and_an_account_part_and_nothing_else(
            @ForAll long seed, @ForAll @LongRange(min = 2, max = 1_000_000) long index) {
        RosterRow row = new SampleRoster(SampleRoster.MOST_PAYEES, seed).row(index);

        assertThat(row.components().base().isPositive()).isTrue();
        if (row.scheme().equals("170")) {
            assertThat(row.components().transitional()).isEqualTo(Fen.ZERO);
            assertThat(row.components().subsidy()).isEqualTo(Fen.ZERO);
        }
    }

    @Test
    void no_two_rows_share_a_number_or_an_account() {
        Set<String> numbers = new HashSet<>();
        Set<String> accounts = new HashSet<>();
        new SampleRoster(450_000, 7).rows().forEach(row -> {
            numbers.add(row.number().value());
            accounts.add(row.account());
        });
        assertThat(numbers).hasSize(450_000);
        assertThat(accounts).hasSize(450_000);
    }

    @Test
    void one_row_in_a_hundred_comes_back_by_turns_for_each_reason() {
        Map<BankState, Long> states = new SampleRoster(10_000, 2020)
                .rows()
                .collect(Collectors.groupingBy(RosterRow::bankState, Collectors.counting()));

        assertThat(states)
                .isEqualTo(Map.of(
                        BankState.NORMAL, 9_900L,
                        BankState.OTHER_HOLDER, 25L,
                        BankState.ABSENT, 25L,
                        BankState.CLOSED, 25L,
                        BankState.FROZEN, 25L));
    }

    @Test
    void some_certifications_are_overdue_and_some_names_have_a_middle_dot() {
        List<RosterRow> rows = new SampleRoster(10_000, 2020).rows().toList();

        assertThat(rows)
                .filteredOn(row -> row.certifiedUntil().isBefore(RUN.firstDay()))
                .hasSizeBetween(200, 600);
        assertThat(rows).filteredOn(row -> row.name().contains("·")).hasSizeBetween(20, 100);
    }

    @Test
    void the_first_two_rows_are_the_demo_citizens_whatever_the_seed() {
        RosterRow first = new SampleRoster(2, 1).row(0);

        assertThat(new SampleRoster(2, 99).row(0)).isEqualTo(first);
        assertThat(first.number().value()).isEqualTo("64010419550112999X");
        assertThat(first.bankState()).isEqualTo(BankState.NORMAL);
    }

    @Test
    void a_roster_has_a_largest_size() {
        assertThatThrownBy(() -> new SampleRoster(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SampleRoster(SampleRoster.MOST_PAYEES + 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
