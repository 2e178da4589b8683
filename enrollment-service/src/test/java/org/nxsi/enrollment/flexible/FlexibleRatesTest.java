package org.nxsi.enrollment.flexible;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.nxsi.enrollment.assessment.Parts;
import org.nxsi.enrollment.assessment.Sample;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.policy.PolicyData;

/** 国发〔2005〕38号. */
class FlexibleRatesTest {

    private static final AreaCode AREA = AreaCode.parse("640104");
    private static final PolicyData POLICIES = Sample.policies();
    private static final FlexibleRates RATES = FlexibleRates.of(POLICIES, AREA, Month.parse("2020-03"));

    @Test
    void at_3357_10_a_worker_owes_671_42_of_which_268_57_go_to_the_account_and_402_85_to_the_pool() {
        Parts parts = RATES.parts(Fen.ofYuan("3357.10"));

        assertThat(parts.owed()).isEqualTo(Fen.ofYuan("671.42"));
        assertThat(parts.account()).isEqualTo(Fen.ofYuan("268.57"));
        assertThat(parts.person().minus(parts.account())).isEqualTo(Fen.ofYuan("402.85"));
        assertThat(parts.employer()).isEqualTo(Fen.ZERO);
    }

    @Property
    void account_and_pool_add_up_to_what_is_owed(@ForAll @LongRange(min = 1, max = 10_000_000) long base) {
        Parts parts = RATES.parts(Fen.of(base));
        Fen pool = parts.person().minus(parts.account());

        assertThat(pool.isNegative()).isFalse();
        assertThat(parts.account().plus(pool)).isEqualTo(parts.owed());
    }

    @Test
    void a_base_outside_the_limits_is_objected_to() {
        assertThat(RATES.objection(Fen.ofYuan("16785.51"))).isNull();
        assertThat(RATES.objection(Fen.ofYuan("16785.52"))).contains("16785.51");
        assertThat(RATES.objection(RATES.limits().lowest())).isNull();
        assertThat(RATES.objection(RATES.limits().lowest().minus(Fen.of(1)))).isNotNull();
    }

    @Test
    void a_year_closes_with_its_last_day_but_2020_a_year_later() {
        assertThat(FlexibleYear.payableUntil(POLICIES, AREA, 2019)).isEqualTo(LocalDate.of(2019, 12, 31));
        assertThat(FlexibleYear.payableUntil(POLICIES, AREA, 2020)).isEqualTo(LocalDate.of(2021, 12, 31));
    }
}
