package org.nxsi.platform.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nxsi.platform.identity.AreaCode;

class EmergencyPeriodsTest {

    private static final AreaCode YINCHUAN = AreaCode.parse("640100");
    private static final AreaCode XINGQING = AreaCode.parse("640104");
    private static final AreaCode SHIZUISHAN = AreaCode.parse("640200");

    @Test
    void an_area_has_its_own_period_or_that_of_the_nearest_area_above() {
        EmergencyPeriods periods = EmergencyPeriods.of(
                period("EP-640000-1", AreaCode.NINGXIA, "2020-01-23", "2020-02-27"),
                period("EP-640100-1", YINCHUAN, "2020-03-01", null));

        assertThat(periods.inForce(XINGQING, day("2020-02-01")))
                .map(EmergencyPeriod::id)
                .hasValue("EP-640000-1");
        assertThat(periods.inForce(XINGQING, day("2020-03-05")))
                .map(EmergencyPeriod::id)
                .hasValue("EP-640100-1");
        assertThat(periods.inForce(SHIZUISHAN, day("2020-03-05"))).isEmpty();
        assertThat(periods.of(XINGQING)).extracting(EmergencyPeriod::id).containsExactly("EP-640000-1", "EP-640100-1");
        assertThat(periods.of(SHIZUISHAN)).extracting(EmergencyPeriod::id).containsExactly("EP-640000-1");
    }

    @Test
    void the_first_day_and_the_day_of_lifting_belong_to_the_period() {
        EmergencyPeriods periods = EmergencyPeriods.of(period("EP-640100-1", YINCHUAN, "2020-01-23", "2020-06-30"));

        assertThat(periods.inForce(YINCHUAN, day("2020-01-22"))).isEmpty();
        assertThat(periods.inForce(YINCHUAN, day("2020-01-23"))).isPresent();
        assertThat(periods.inForce(YINCHUAN, day("2020-06-30"))).isPresent();
        assertThat(periods.inForce(YINCHUAN, day("2020-07-01"))).isEmpty();
    }

    @Test
    void before_the_copy_is_complete_nobody_is_told_that_there_is_no_period() {
        EmergencyPeriods periods = new EmergencyPeriods();

        assertThatThrownBy(() -> periods.inForce(YINCHUAN, day("2020-02-01"))).isInstanceOf(PeriodsNotRead.class);
        assertThatThrownBy(() -> periods.of(YINCHUAN)).isInstanceOf(PeriodsNotRead.class);
    }

    private static EmergencyPeriod period(String id, AreaCode region, String from, @Nullable String liftedOn) {
        return new EmergencyPeriod(
                id,
                region,
                1,
                day(from),
                "示例〔2020〕1号",
                liftedOn == null ? null : day(liftedOn),
                liftedOn == null ? null : "示例〔2020〕9号");
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
