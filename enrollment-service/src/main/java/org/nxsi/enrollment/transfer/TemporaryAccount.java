package org.nxsi.enrollment.transfer;

import java.time.LocalDate;
import org.nxsi.platform.identity.SocialNumber;
import org.nxsi.platform.money.Month;

/**
 * Whose relation stays where it is (国办发〔2009〕66号): men of 50 and women of 40 who are insured for the first time at a place
 * that is not their household's have a temporary account (临时账户) there.
 */
final class TemporaryAccount {

    /** In full years. */
    record Ages(int men, int women) {}

    private TemporaryAccount() {}

    /**
     * Whether the relation stays.
     *
     * @param first first month insured here
     */
    static boolean applies(SocialNumber number, Month first, Ages ages) {
        int age = switch (number.sex()) {
            case MALE -> ages.men();
            case FEMALE -> ages.women();
        };
        LocalDate reached = number.birthDate().plusYears(age);
        return !first.isBefore(Month.of(reached));
    }
}
