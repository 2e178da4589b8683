package org.nxsi.pension.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nxsi.pension.beneficiary.Scheme;
import org.nxsi.platform.emergency.EmergencyPeriod;
import org.nxsi.platform.emergency.EmergencyPeriods;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.policy.PolicyData;
import org.nxsi.platform.policy.PolicyUnknown;

class CertificationInEmergencyTest {

    /** 宁人社办发〔2020〕2号 第三条: 对于领取待遇人员未按期办理资格认证的，不暂停待遇的发放. */
    @Test
    void where_a_period_is_in_force_nothing_is_held_back_and_the_article_is_named() {
        var ruling = in(period("640100", "2020-01-23", null)).ruling("640104", Scheme.ENTERPRISE, day("2020-03-10"));

        assertThat(ruling).hasValue(new CertificationInEmergency.Ruling(false, "宁人社办发〔2020〕2号 第三条"));
    }

    @Test
    void without_a_period_or_elsewhere_or_before_it_the_normal_rules_hold() {
        assertThat(in().ruling("640104", Scheme.ENTERPRISE, day("2020-03-10"))).isEmpty();
        CertificationInEmergency yinchuan = in(period("640100", "2020-02-01", null));
        assertThat(yinchuan.ruling("640202", Scheme.ENTERPRISE, day("2020-03-10")))
                .isEmpty();
        assertThat(yinchuan.ruling("640104", Scheme.ENTERPRISE, day("2020-01-31")))
                .isEmpty();
    }

    @Test
    void after_the_lifting_nothing_is_held_back_while_nobody_has_said_from_when_on() {
        CertificationInEmergency lifted = in(period("640100", "2020-01-23", "2020-03-09"));

        assertThat(lifted.ruling("640104", Scheme.RESIDENT, day("2020-03-09"))).isPresent();
        assertThat(lifted.ruling("640104", Scheme.RESIDENT, day("2020-03-10")))
                .hasValue(new CertificationInEmergency.Ruling(false, "宁人社办发〔2020〕2号 第三条"));
    }

    @Test
    void once_the_time_after_the_lifting_is_known_the_normal_rules_hold_when_it_is_over() {
        PolicyData known = PolicyData.shipped().with("known.yaml", """
                        policies:
                          - key: emergency.grace_months_after
                            region: "640000"
                            scheme: ["110", "120", "170"]
                            valid_from: 2020-01-23
                            value: 2
                            unit: months
                            doc_no: 示例〔2020〕12号
                            provenance: "for this test"
                            status: sample
                        """);
        CertificationInEmergency lifted =
                new CertificationInEmergency(EmergencyPeriods.of(period("640100", "2020-01-23", "2020-03-31")), known);

        assertThat(lifted.ruling("640104", Scheme.RESIDENT, day("2020-05-31"))).isPresent();
        assertThat(lifted.ruling("640104", Scheme.RESIDENT, day("2020-06-01"))).isEmpty();
    }

    @Test
    void a_period_that_began_before_the_document_applies_says_nothing_for_those_days() {
        assertThat(in(period("640000", "2020-01-10", null)).ruling("640104", Scheme.ENTERPRISE, day("2020-01-22")))
                .isEmpty();
    }

    @Test
    void what_a_document_is_known_to_say_and_nobody_knows_is_refused_by_name() {
        PolicyData unknown = PolicyData.shipped().with("unknown.yaml", """
                        policies:
                          - key: emergency.suspend_when_overdue
                            region: "640000"
                            scheme: ["110", "120", "170"]
                            valid_from: 2020-01-23
                            value: null
                            unit: switch
                            provenance: "for this test"
                            status: unverified
                            missing: "某通知"
                        """);
        CertificationInEmergency emergency =
                new CertificationInEmergency(EmergencyPeriods.of(period("640000", "2020-01-23", null)), unknown);

        assertThatThrownBy(() -> emergency.ruling("640104", Scheme.ENTERPRISE, day("2020-03-10")))
                .isInstanceOf(PolicyUnknown.class)
                .hasMessageContaining("某通知");
    }

    private static CertificationInEmergency in(EmergencyPeriod... periods) {
        return new CertificationInEmergency(EmergencyPeriods.of(periods), PolicyData.shipped());
    }

    private static EmergencyPeriod period(String region, String from, @Nullable String liftedOn) {
        return new EmergencyPeriod(
                "EP-" + region + "-1",
                AreaCode.parse(region),
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
