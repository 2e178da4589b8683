package org.nxsi.pension.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nxsi.pension.beneficiary.BenefitComponents;
import org.nxsi.pension.beneficiary.PayeeAccount;
import org.nxsi.pension.beneficiary.Scheme;
import org.nxsi.pension.difference.Kind;
import org.nxsi.pension.instruction.Instruction;
import org.nxsi.pension.instruction.InstructionStatus;
import org.nxsi.pension.instruction.Obligation;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.partner.GroupStatus;
import org.nxsi.platform.partner.PaymentStatusReport;
import org.nxsi.platform.partner.TransactionStatus;

/** A bank's word is checked: only what is ours to the account and the fen counts. */
class CheckedReportTest {

    private static final LocalDate DAY = LocalDate.of(2020, 3, 10);
    private static final String KEY =
            Obligation.pension("payee", "110", "2020-03").key();
    private static final String E2E = Obligation.endToEndId(KEY);

    @Test
    void a_line_that_matches_counts() {
        CheckedReport checked = check(InstructionStatus.PENDING, line(E2E, null, "100.00", "62221"));
        assertThat(checked.differences()).isEmpty();
        assertThat(checked.byDay().get(DAY).paid()).containsExactly(KEY);
    }

    @Test
    void a_return_carries_its_reason() {
        CheckedReport checked = check(InstructionStatus.PENDING, line(E2E, "E03", "100.00", "62221"));
        assertThat(checked.byDay().get(DAY).returned()).containsEntry(KEY, "E03");
    }

    @Test
    void another_amount_another_account_and_a_stranger_change_nothing() {
        assertThat(onlyDifference(line(E2E, null, "100.01", "62221"))).isEqualTo(Kind.AMOUNT);
        assertThat(onlyDifference(line(E2E, null, "100.00", "62222"))).isEqualTo(Kind.WRONG_ACCOUNT);
        assertThat(onlyDifference(line("STRANGER", null, "100.00", "62221"))).isEqualTo(Kind.MISSING_HERE);
    }

    @Test
    void paid_after_returned_is_for_people_to_look_into() {
        CheckedReport checked = check(InstructionStatus.RETURNED, line(E2E, null, "100.00", "62221"));
        assertThat(checked.byDay()).isEmpty();
        assertThat(checked.differences().getFirst().kind()).isEqualTo(Kind.PAID_AFTER_RETURN);
    }

    @Test
    void a_pending_line_says_nothing() {
        PaymentStatusReport.Line pending = new PaymentStatusReport.Line(
                "2020-03-R1/110", E2E, TransactionStatus.PDNG, null, Fen.ofYuan("100.00"), "62221", null);
        CheckedReport checked = check(InstructionStatus.PENDING, pending);
        assertThat(checked.byDay()).isEmpty();
        assertThat(checked.differences()).isEmpty();
    }

    private static Kind onlyDifference(PaymentStatusReport.Line line) {
        CheckedReport checked = check(InstructionStatus.PENDING, line);
        assertThat(checked.byDay()).isEmpty();
        assertThat(checked.differences()).hasSize(1);
        return checked.differences().getFirst().kind();
    }

    private static CheckedReport check(InstructionStatus status, PaymentStatusReport.Line line) {
        Batch batch = Batch.calculated(
                "2020-03-R1.0000.102",
                "2020-03-R1",
                "102",
                Month.parse("2020-03"),
                false,
                List.of(new Batch.FundShare(Scheme.ENTERPRISE, 1, Fen.ofYuan("100.00"))));
        PaymentStatusReport report = new PaymentStatusReport(
                "r1", "2020-03-R1.0000.102-1", Instant.EPOCH, GroupStatus.PART, null, List.of(line));
        return CheckedReport.of(batch, "102/r1", report, List.of(instruction(status)));
    }

    private static PaymentStatusReport.Line line(
            String endToEndId, @Nullable String reason, String amount, String account) {
        return new PaymentStatusReport.Line(
                "2020-03-R1/110",
                endToEndId,
                reason == null ? TransactionStatus.ACSC : TransactionStatus.RJCT,
                reason,
                Fen.ofYuan(amount),
                account,
                DAY);
    }

    private static Instruction instruction(InstructionStatus status) {
        return new Instruction(
                KEY,
                "2020-03-R1",
                "2020-03-R1.0000.102",
                "payee",
                Scheme.ENTERPRISE,
                Obligation.PENSION,
                "2020-03",
                new PayeeAccount("102", "62221", "张三"),
                new BenefitComponents(Fen.ofYuan("100.00"), Fen.ZERO, Fen.ZERO, Fen.ZERO),
                Fen.ofYuan("100.00"),
                status,
                null,
                false,
                null,
                null,
                null,
                null);
    }
}
