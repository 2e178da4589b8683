package org.nxsi.local.roster;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.nxsi.local.roster.RosterRow.BankState;
import org.nxsi.local.roster.RosterRow.Components;
import org.nxsi.platform.identity.Sex;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/**
 * A roster of invented payees, the same for the same seed. No two rows share a number or an account. One row in a
 * hundred has an account that the bank returns, by turns for each reason; the first two rows are the two demo citizens
 * whatever the seed. Amounts are made up and only look plausible: they are no calculation of anyone's pension.
 *
 * @param payees how many rows, at most 4,000,000
 * @param seed which roster
 */
public record SampleRoster(long payees, long seed) {

    public static final long MOST_PAYEES = 4_000_000;

    private static final long DEMO_SEED = 20200402;
    private static final int FAULT_EVERY = 100;
    private static final int FIRST_ROW_WITH_FAULT = 2;
    private static final List<BankState> FAULTS =
            List.of(BankState.OTHER_HOLDER, BankState.ABSENT, BankState.CLOSED, BankState.FROZEN);
    private static final List<String> SCHEMES = List.of("110", "110", "110", "110", "110", "120", "170", "170", "170");
    private static final LocalDate LAST_VALID_DAY = LocalDate.of(2020, 12, 31);
    private static final Month RESIDENTS_SINCE = new Month(2011, 7);
    private static final int OVERDUE_PER_HUNDRED = 4;
    private static final int VALID_DAYS = 300;

    public SampleRoster {
        if (payees < 1 || payees > MOST_PAYEES) {
            throw new IllegalArgumentException("between 1 and " + MOST_PAYEES + " payees, not " + payees);
        }
    }

    /** The rows, made one at a time. */
    public Stream<RosterRow> rows() {
        return LongStream.range(0, payees).mapToObj(this::row);
    }

    /** As {@link #rows}. */
    public Iterator<RosterRow> iterator() {
        return rows().iterator();
    }

    /** @param index from 0 */
    RosterRow row(long index) {
        Chance chance = new Chance(index < FIRST_ROW_WITH_FAULT ? DEMO_SEED : seed, index);
        String scheme = index < FIRST_ROW_WITH_FAULT ? "110" : chance.oneOf(SCHEMES, Chance.Of.SCHEME);
        People.Person person = People.of(chance, scheme);
        String bank = Accounts.bank(chance);
        return new RosterRow(
                person.number(),
                person.name(),
                person.area(),
                scheme,
                entitledSince(person, scheme),
                components(chance, scheme),
                bank,
                Accounts.number(bank, index, index < FIRST_ROW_WITH_FAULT ? DEMO_SEED : seed),
                person.name(),
                certifiedUntil(chance),
                bankState(index));
    }

    /**
     * The month after the one in which the age is reached: 60, women of the employees' schemes 50 (国发〔1978〕104号; residents
     * 国发〔2014〕8号, whose scheme pays nobody for earlier months than its own first).
     */
    private static Month entitledSince(People.Person person, String scheme) {
        boolean earlier = person.number().sex() == Sex.FEMALE && !scheme.equals("170");
        Month since = Month.of(person.number().birthDate())
                .plus(12 * (earlier ? 50 : 60))
                .next();
        return scheme.equals("170") && since.isBefore(RESIDENTS_SINCE) ? RESIDENTS_SINCE : since;
    }

    private static Components components(Chance chance, String scheme) {
        return switch (scheme) {
            case "110" ->
                new Components(
                        fen(chance, 1_200_00, 2_900_00, Chance.Of.BASE),
                        fen(chance, 120_00, 900_00, Chance.Of.PERSONAL_ACCOUNT),
                        fen(chance, 60_00, 980_00, Chance.Of.TRANSITIONAL),
                        fen(chance, 0, 60_00, Chance.Of.SUBSIDY));
            case "120" ->
                new Components(
                        fen(chance, 2_400_00, 5_200_00, Chance.Of.BASE),
                        fen(chance, 200_00, 1_400_00, Chance.Of.PERSONAL_ACCOUNT),
                        fen(chance, 100_00, 1_600_00, Chance.Of.TRANSITIONAL),
                        fen(chance, 0, 120_00, Chance.Of.SUBSIDY));
            default ->
                new Components(
                        fen(chance, 140_00, 180_00, Chance.Of.BASE),
                        fen(chance, 8_00, 140_00, Chance.Of.PERSONAL_ACCOUNT),
                        Fen.ZERO,
                        Fen.ZERO);
        };
    }

    private static Fen fen(Chance chance, long low_fen, long high_fen, Chance.Of purpose) {
        return Fen.of(chance.between(low_fen, high_fen, purpose));
    }

    private static LocalDate certifiedUntil(Chance chance) {
        boolean overdue = chance.below(100, Chance.Of.CERTIFICATION) < OVERDUE_PER_HUNDRED;
        LocalDate last = overdue ? LocalDate.of(2020, 2, 29) : LAST_VALID_DAY;
        int window = overdue ? 120 : VALID_DAYS;
        return last.minusDays(chance.below(window, Chance.Of.FAULT));
    }

    /** One row of every hundred, not always the same one. */
    private BankState bankState(long index) {
        long block = index / FAULT_EVERY;
        int faulty = FIRST_ROW_WITH_FAULT
                + new Chance(seed, block).below(FAULT_EVERY - FIRST_ROW_WITH_FAULT, Chance.Of.FAULT);
        return index % FAULT_EVERY == faulty ? FAULTS.get((int) (block % FAULTS.size())) : BankState.NORMAL;
    }
}
