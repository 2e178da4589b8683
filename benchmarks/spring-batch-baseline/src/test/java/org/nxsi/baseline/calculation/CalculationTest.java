package org.nxsi.baseline.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rules are NXSI's: whoever differs by a person or a fen is not worth comparing with. */
class CalculationTest {

    private static final LocalDate PAY_DAY = LocalDate.of(2020, 3, 10);

    private final Calculation inTheEmergency =
            new Calculation("2020-03-R1", "2020-03", PAY_DAY, false, Set.of("102"), 2_500);

    @Test
    void an_instruction_has_the_sum_of_the_parts_the_obligations_key_and_the_batch_of_its_slice_and_bank() {
        Instruction instruction = inTheEmergency.process(payee(2_501, "ACTIVE", "2020-03", "102", "2020-12-31"));

        assertThat(instruction.id()).isEqualTo("abc|110|PENSION|2020-03|1");
        assertThat(instruction.amount_fen()).isEqualTo(1_234_56);
        assertThat(instruction.batch()).isEqualTo("2020-03-R1.1.102");
        assertThat(instruction.status()).isEqualTo("PENDING");
        assertThat(instruction.exception()).isNull();
    }

    @Test
    void the_end_to_end_id_is_that_of_nxsi() {
        assertThat(EndToEndId.of("abc|110|PENSION|2020-03|1")).isEqualTo("S24HC6EIHOJINAY4F2MEK2C6TUDXHBQR");
    }

    @Test
    void who_is_stopped_or_not_yet_entitled_is_not_due() {
        assertThat(inTheEmergency.process(payee(1, "STOPPED", "2011-07", "102", "2020-12-31")))
                .isNull();
        assertThat(inTheEmergency.process(payee(1, "ACTIVE", "2020-04", "102", "2020-12-31")))
                .isNull();
    }

    @Test
    void who_is_suspended_or_has_no_partner_bank_is_a_named_exception() {
        assertThat(inTheEmergency.process(payee(1, "SUSPENDED", "2011-07", "102", "2020-12-31")))
                .extracting(Instruction::exception, Instruction::status, Instruction::batch)
                .containsExactly("suspended", "EXCEPTION", "2020-03-R1.0.exceptions");
        assertThat(inTheEmergency.process(payee(1, "ACTIVE", "2011-07", "999", "2020-12-31")))
                .extracting(Instruction::exception)
                .isEqualTo("bank-unknown");
    }

    @Test
    void an_overdue_certification_is_noted_and_holds_the_benefit_back_only_outside_the_emergency() {
        Beneficiary overdue = payee(1, "ACTIVE", "2011-07", "102", "2020-03-09");
        Calculation normally = new Calculation("2020-03-R1", "2020-03", PAY_DAY, true, Set.of("102"), 2_500);

        assertThat(inTheEmergency.process(overdue))
                .extracting(Instruction::exception, Instruction::certificationOverdue)
                .containsExactly(null, true);
        assertThat(normally.process(overdue)).extracting(Instruction::exception).isEqualTo("certification-overdue");
        assertThat(normally.process(payee(1, "ACTIVE", "2011-07", "102", "2020-03-10")))
                .extracting(Instruction::exception)
                .isNull();
    }

    private static Beneficiary payee(long seq, String status, String since, String bank, String certifiedUntil) {
        return new Beneficiary(
                "abc|110",
                seq,
                "abc",
                "640104195501129992",
                "马国明",
                "640104",
                "110",
                since,
                1_000_00,
                200_00,
                34_00,
                56,
                bank,
                "6222080000000000001",
                "马国明",
                LocalDate.parse(certifiedUntil),
                status,
                1);
    }
}
