package org.nxsi.local.roster;

import java.time.LocalDate;
import java.util.List;
import org.nxsi.platform.identity.SocialNumber;

/**
 * Invented persons with numbers of Ningxia's 22 counties. Row, county, day of birth and order code are tied together so
 * that no two rows get the same number: row r takes county r mod 22, day (r / 22) mod 9131, and from the round that this
 * makes the order code.
 */
final class People {

    static final List<String> COUNTIES = List.of(
            "640104", "640105", "640106", "640121", "640122", "640181", "640202", "640205", "640221", "640302",
            "640303", "640323", "640324", "640381", "640402", "640422", "640423", "640424", "640425", "640502",
            "640521", "640522");

    private static final LocalDate FIRST_BIRTHDAY = LocalDate.of(1935, 1, 1);
    private static final int BIRTHDAYS = 9_131;
    /** A number that shares no factor with the birthdays: neighbours in the roster are not born on neighbouring days. */
    private static final int BIRTHDAY_STEP = 3_571;

    private static final int ROUNDS = 245;
    private static final int WORKING_WOMEN_BORN_LATER_DAYS = 3_287;

    private static final List<Person> DEMO_CITIZENS = List.of(
            new Person(SocialNumber.complete("64010419550112999"), "马国明", "640104"),
            new Person(SocialNumber.complete("64030219580604998"), "杨秀兰", "640302"));

    private People() {}

    record Person(SocialNumber number, String name, String area) {}

    static Person of(Chance chance, String scheme) {
        if (chance.row() < DEMO_CITIZENS.size()) {
            return DEMO_CITIZENS.get((int) chance.row());
        }
        long turn = chance.row() / COUNTIES.size();
        String county = COUNTIES.get((int) (chance.row() % COUNTIES.size()));
        LocalDate born = FIRST_BIRTHDAY.plusDays(turn % BIRTHDAYS * BIRTHDAY_STEP % BIRTHDAYS);
        boolean male = chance.below(2, Chance.Of.SEX) == 0;
        if (!male && !scheme.equals("170") && laterBorn(chance)) {
            return person(chance, county, born.plusDays(WORKING_WOMEN_BORN_LATER_DAYS), turn, false, true);
        }
        return person(chance, county, born, turn, male, false);
    }

    /** Of the women of the employees' schemes, who may retire at 50, some are in their fifties. */
    private static boolean laterBorn(Chance chance) {
        return chance.below(3, Chance.Of.CODE) > 0;
    }

    /** Order codes 002–979 are shared out: which half of the codes tells whether the birthday was moved. */
    private static Person person(Chance chance, String county, LocalDate born, long turn, boolean male, boolean moved) {
        long round = turn / BIRTHDAYS;
        if (round >= ROUNDS) {
            throw new IllegalArgumentException("no order codes left for row " + chance.row());
        }
        long code = 2 + 4 * round + (moved ? 2 : 0) + (male ? 1 : 0);
        String first17 = county
                + "%04d%02d%02d".formatted(born.getYear(), born.getMonthValue(), born.getDayOfMonth())
                + "%03d".formatted(code);
        return new Person(SocialNumber.complete(first17), Names.of(chance), county);
    }
}
