package org.nxsi.enrollment.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.nxsi.enrollment.employer.ReliefSize;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.identity.SocialNumber;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

class PartsProperties {

    private static final Month MARCH = Month.parse("2020-03");
    private static final Payer PAYER = Payer.employer(Sample.creditCode(2));

    @Property
    void relief_takes_nothing_from_the_person_and_the_parts_add_up(
            @ForAll @LongRange(min = 1, max = 1_000_000_000) long wage, @ForAll ReliefSize size) {
        Rates with =
                EmployerRatesTest.rates(SampleEmployer.of(2).size(size).build(), Scheme.EMPLOYEE_PENSION, "2020-03");
        Rates without = EmployerRatesTest.rates(SampleEmployer.of(2).build(), Scheme.EMPLOYEE_PENSION, "2020-03");

        Parts relieved = with.parts(Fen.of(wage), Ground.DECLARED);
        Parts full = without.parts(Fen.of(wage), Ground.DECLARED);

        assertThat(relieved.employer().plus(relieved.exempted())).isEqualTo(full.employer());
        assertThat(relieved.person()).isEqualTo(full.person());
        assertThat(relieved.account()).isEqualTo(full.account());
        assertThat(relieved.base()).isEqualTo(full.base());
    }

    @Property(tries = 200)
    void totals_are_the_sums_of_the_lines_in_whatever_order(
            @ForAll @Size(min = 1, max = 60) List<@LongRange(min = 100, max = 5_000_000) Long> wages,
            @ForAll long seed) {
        Rates rates = EmployerRatesTest.rates(SampleEmployer.of(2).build(), Scheme.EMPLOYEE_PENSION, "2020-03");
        List<AssessedMonth> lines = new ArrayList<>(IntStream.range(0, wages.size())
                .mapToObj(i -> line(i, rates.parts(Fen.of(wages.get(i)), Ground.DECLARED)))
                .toList());
        Totals inOrder = summed(lines);
        Collections.shuffle(lines, new Random(seed));

        SchemeTotal total = inOrder.schemes().getFirst();

        assertThat(summed(lines).schemes()).isEqualTo(inOrder.schemes());
        assertThat(total.persons()).isEqualTo(wages.size());
        assertThat(total.owed().amount_fen())
                .isEqualTo(lines.stream()
                        .map(line -> line.parts().get("110"))
                        .mapToLong(
                                parts -> parts.employer().plus(parts.person()).amount_fen())
                        .sum());
    }

    @Test
    void a_sum_of_rounded_parts_is_not_the_rate_on_the_sum() {
        Rates rates = EmployerRatesTest.rates(SampleEmployer.of(2).build(), Scheme.EMPLOYEE_PENSION, "2020-03");
        Parts each = rates.parts(Fen.ofYuan("3400.07"), Ground.DECLARED);

        SchemeTotal total = summed(List.of(line(1, each), line(2, each), line(3, each)))
                .schemes()
                .getFirst();

        assertThat(total.base()).isEqualTo(Fen.ofYuan("10200.21"));
        assertThat(total.person()).isEqualTo(Fen.ofYuan("816.03"));
        assertThat(Rates.times(total.base(), rates.person())).isEqualTo(Fen.ofYuan("816.02"));
    }

    private static Totals summed(List<AssessedMonth> lines) {
        Totals totals = new Totals();
        lines.forEach(totals::add);
        return totals;
    }

    private static AssessedMonth line(int serial, Parts parts) {
        PersonId person = PersonId.of("key", SocialNumber.complete("64010419900101%03d".formatted(serial)));
        return new AssessedMonth(
                AssessedMonth.idOf(PAYER, MARCH, person), PAYER, person, MARCH, 1, Map.of("110", parts), null);
    }
}
