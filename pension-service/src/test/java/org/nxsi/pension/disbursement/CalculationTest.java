package org.nxsi.pension.disbursement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.nxsi.pension.beneficiary.Beneficiary;
import org.nxsi.pension.beneficiary.BeneficiaryStatus;
import org.nxsi.pension.beneficiary.BenefitComponents;
import org.nxsi.pension.beneficiary.PayeeAccount;
import org.nxsi.pension.beneficiary.Scheme;
import org.nxsi.pension.disbursement.CertificationRule.Effect;
import org.nxsi.pension.emergency.CertificationInEmergency;
import org.nxsi.pension.instruction.Instruction;
import org.nxsi.pension.instruction.InstructionStatus;
import org.nxsi.platform.emergency.EmergencyPeriod;
import org.nxsi.platform.emergency.EmergencyPeriods;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.policy.PolicyData;

class CalculationTest {

    private static final Month MARCH = Month.parse("2020-03");
    private static final LocalDate CUT_OFF = LocalDate.of(2020, 3, 5);
    private static final String SLICE = "2020-03-R1.0000";

    @Test
    void a_pension_is_the_sum_of_its_parts_and_travels_with_its_bank() {
        Instruction instruction = calculated(beneficiary("2020-03", "2020-12-31", BeneficiaryStatus.ACTIVE, "102"));
        assertThat(instruction.amount()).isEqualTo(Fen.ofYuan("4477.36"));
        assertThat(instruction.status()).isEqualTo(InstructionStatus.PENDING);
        assertThat(instruction.batch()).isEqualTo("2020-03-R1.0000.102");
        assertThat(instruction.id()).isEqualTo("payee|110|PENSION|2020-03|1");
    }

    @Test
    void a_benefit_is_due_from_its_first_month_on() {
        assertThat(calculation(Effect.PUT_OFF)
                        .isDue(beneficiary("2020-03", "2020-12-31", BeneficiaryStatus.ACTIVE, "102")))
                .isTrue();
        assertThat(calculation(Effect.PUT_OFF)
                        .isDue(beneficiary("2020-04", "2020-12-31", BeneficiaryStatus.ACTIVE, "102")))
                .isFalse();
        assertThat(calculation(Effect.PUT_OFF)
                        .isDue(beneficiary("2020-01", "2020-12-31", BeneficiaryStatus.STOPPED, "102")))
                .isFalse();
    }

    /** 宁人社办发〔2020〕2号 第三条: 对于领取待遇人员未按期办理资格认证的，不暂停待遇的发放. */
    @Test
    void in_the_emergency_an_overdue_certification_is_noted_and_paid() {
        Beneficiary overdue = beneficiary("2019-01", "2020-03-04", BeneficiaryStatus.ACTIVE, "102");
        Instruction instruction = calculation(Effect.PUT_OFF).instruction(overdue, SLICE, code -> true);
        assertThat(instruction.status()).isEqualTo(InstructionStatus.PENDING);
        assertThat(instruction.certificationOverdue()).isTrue();
    }

    @Test
    void otherwise_an_overdue_certification_is_a_named_exception_and_not_a_lost_person() {
        Beneficiary overdue = beneficiary("2019-01", "2020-03-04", BeneficiaryStatus.ACTIVE, "102");
        Instruction instruction = calculation(Effect.HELD_BACK).instruction(overdue, SLICE, code -> true);
        assertThat(instruction.status()).isEqualTo(InstructionStatus.EXCEPTION);
        assertThat(instruction.exception()).isEqualTo(Calculation.CERTIFICATION_OVERDUE);
        assertThat(instruction.amount()).isEqualTo(Fen.ofYuan("4477.36"));
    }

    @Test
    void the_shipped_policy_suspends_normally_and_does_not_where_an_emergency_is_in_force() {
        PolicyCertificationRule normal = rule(EmergencyPeriods.of());
        PolicyCertificationRule emergency = rule(EmergencyPeriods.of(new EmergencyPeriod(
                "EP-640100-1", AreaCode.parse("640100"), 1, LocalDate.of(2020, 1, 23), "示例〔2020〕1号", null, null)));

        assertThat(normal.onOverdue("640104", Scheme.ENTERPRISE, CUT_OFF)).isEqualTo(Effect.HELD_BACK);
        assertThat(emergency.onOverdue("640104", Scheme.ENTERPRISE, CUT_OFF)).isEqualTo(Effect.PUT_OFF);
        assertThat(emergency.onOverdue("640202", Scheme.ENTERPRISE, CUT_OFF)).isEqualTo(Effect.HELD_BACK);
        assertThat(emergency.onOverdue("640104", Scheme.ENTERPRISE, LocalDate.of(2020, 1, 22)))
                .isEqualTo(Effect.HELD_BACK);
    }

    @Test
    void put_off_is_only_what_is_paid_because_of_the_emergency() {
        Beneficiary overdue = beneficiary("2019-01", "2020-03-04", BeneficiaryStatus.ACTIVE, "102");
        Beneficiary inTime = beneficiary("2019-01", "2020-03-05", BeneficiaryStatus.ACTIVE, "102");
        Beneficiary suspended = beneficiary("2019-01", "2020-03-04", BeneficiaryStatus.SUSPENDED, "102");

        assertThat(calculation(Effect.PUT_OFF).isPutOff(overdue)).isTrue();
        assertThat(calculation(Effect.PUT_OFF).isPutOff(inTime)).isFalse();
        assertThat(calculation(Effect.PUT_OFF).isPutOff(suspended)).isFalse();
        assertThat(calculation(Effect.PAID).isPutOff(overdue)).isFalse();
        assertThat(calculation(Effect.HELD_BACK).isPutOff(overdue)).isFalse();
    }

    @Test
    void a_suspended_person_and_an_unknown_bank_are_named_exceptions() {
        assertThat(calculated(beneficiary("2019-01", "2020-12-31", BeneficiaryStatus.SUSPENDED, "102"))
                        .exception())
                .isEqualTo(Calculation.SUSPENDED);
        Instruction nowhere = calculation(Effect.PUT_OFF)
                .instruction(
                        beneficiary("2019-01", "2020-12-31", BeneficiaryStatus.ACTIVE, "999"),
                        SLICE,
                        code -> !code.equals("999"));
        assertThat(nowhere.exception()).isEqualTo(Calculation.BANK_UNKNOWN);
        assertThat(nowhere.batch()).isEqualTo(Calculation.exceptionsOf(SLICE));
    }

    private static Instruction calculated(Beneficiary beneficiary) {
        return calculation(Effect.PUT_OFF).instruction(beneficiary, SLICE, code -> true);
    }

    private static Calculation calculation(Effect effect) {
        return new Calculation("2020-03-R1", MARCH, CUT_OFF, (area, scheme, on) -> effect);
    }

    private static PolicyCertificationRule rule(EmergencyPeriods periods) {
        return new PolicyCertificationRule(
                PolicyData.shipped(), new CertificationInEmergency(periods, PolicyData.shipped()));
    }

    private static Beneficiary beneficiary(String from, String certified, BeneficiaryStatus status, String bank) {
        return new Beneficiary(
                "payee|110",
                "payee",
                "640104196002290011",
                "张三",
                "640104",
                Scheme.ENTERPRISE,
                Month.parse(from),
                new BenefitComponents(
                        Fen.ofYuan("2828.37"), Fen.ofYuan("688.86"), Fen.ofYuan("960.13"), Fen.ofYuan("0.00")),
                new PayeeAccount(bank, "6222000000000001", "张三"),
                LocalDate.parse(certified),
                status,
                1);
    }
}
