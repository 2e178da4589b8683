package org.nxsi.enrollment.account;

import static org.nxsi.enrollment.EnrollmentUnderTest.service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.nxsi.enrollment.person.NewPerson;
import org.nxsi.enrollment.person.PersonRegister;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.identity.PersonName;
import org.nxsi.platform.identity.SocialNumber;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/** Registered persons and money that arrives for them. */
final class AccountUnderTest {

    static final String EMPLOYER = "EMPLOYER:91640100MA7ABCD12N";

    private static final AtomicInteger SERIAL = new AtomicInteger(100);

    private AccountUnderTest() {}

    /** A number that no other test of this package uses. */
    static SocialNumber number() {
        String seventeen = "64010419830715%03d".formatted(SERIAL.incrementAndGet());
        return IntStream.rangeClosed(0, 10)
                .mapToObj(check -> seventeen + (check == 10 ? "X" : String.valueOf(check)))
                .filter(text -> SocialNumber.check(text) == null)
                .map(SocialNumber::parse)
                .findFirst()
                .orElseThrow();
    }

    static PersonId registered(SocialNumber number) {
        return service()
                .part(PersonRegister.class)
                .registerAll(
                        List.of(new NewPerson(number, PersonName.parse("马建国"), AreaCode.parse("640104"))),
                        "account-test/" + number.value().substring(14))
                .values()
                .iterator()
                .next();
    }

    static ArrivedLine line(PersonId person, String month, String amount, String arrivedOn, int revision) {
        return new ArrivedLine(
                person,
                Scheme.EMPLOYEE_PENSION,
                Month.parse(month),
                Fen.ofYuan(amount),
                LocalDate.parse(arrivedOn),
                EMPLOYER + "|110|" + month,
                revision);
    }

    /** 400.00 on the tenth of each month of a year. */
    static List<ArrivedLine> year(PersonId person, int year) {
        List<ArrivedLine> lines = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            String name = "%d-%02d".formatted(year, month);
            lines.add(line(person, name, "400.00", name + "-10", 1));
        }
        return lines;
    }

    static Cause cause(String reference, String on) {
        return new Cause(reference, "测试", "tester", LocalDate.parse(on));
    }
}
