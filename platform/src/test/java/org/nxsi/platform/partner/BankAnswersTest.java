package org.nxsi.platform.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.partner.AccountStatement.Entry;
import org.nxsi.platform.partner.AccountStatement.Kind;
import org.nxsi.platform.partner.AccountStatement.PaymentReference;
import org.nxsi.platform.partner.PaymentStatusReport.Line;

class BankAnswersTest {

    @Test
    void a_report_is_read_as_it_was_written() {
        PaymentStatusReport report = new PaymentStatusReport(
                "R1",
                "B1",
                Orders.NOW,
                GroupStatus.PDNG,
                null,
                List.of(
                        new Line("run/110", "e1", TransactionStatus.ACSC, null, Fen.of(1), "62220001", Orders.DAY),
                        new Line("run/110", "e2", TransactionStatus.RJCT, "E03", Fen.of(2), "62220002", Orders.DAY),
                        new Line("run/170", "e3", TransactionStatus.PDNG, null, Fen.of(3), "62220003", null)));

        assertThat(PaymentStatusReport.read(report.write())).isEqualTo(report);
        assertThat(report.isAccepted()).isTrue();
    }

    @Test
    void only_a_refusal_of_this_very_order_is_final() {
        assertThat(refusal(PaymentStatusReport.INSUFFICIENT_FUNDS).isFinalRefusal())
                .isTrue();
        assertThat(refusal(PaymentStatusReport.NOT_FOUND).isFinalRefusal()).isFalse();
        assertThat(refusal(PaymentStatusReport.NOT_FOUND).isNotFound()).isTrue();
        assertThat(refusal(PaymentStatusReport.DUPLICATE_MESSAGE_ID).isFinalRefusal())
                .isFalse();
        assertThat(PaymentStatusReport.read(
                        refusal(PaymentStatusReport.NOT_FOUND).write()))
                .isEqualTo(refusal(PaymentStatusReport.NOT_FOUND));
    }

    @Test
    void a_return_without_its_reason_is_refused() {
        assertThatExceptionOfType(MalformedMessage.class)
                .isThrownBy(
                        () -> new Line("run/110", "e2", TransactionStatus.RJCT, null, Fen.of(2), "622", Orders.DAY));
    }

    @Test
    void a_statement_page_is_read_as_it_was_written() {
        AccountStatement statement = new AccountStatement(
                "S-20200315",
                "102",
                "640111010200000001",
                Orders.DAY,
                1,
                false,
                Orders.NOW,
                6_000,
                Fen.of(-5),
                Fen.of(100_00),
                List.of(
                        new Entry("ADV-1", Kind.ALLOTMENT, Fen.of(100_08), null),
                        new Entry("1", Kind.PAYMENT, Fen.of(3), payment("e1", null)),
                        new Entry("2", Kind.RETURN, Fen.of(3), payment("e1", "E01"))));

        assertThat(AccountStatement.read(statement.write())).isEqualTo(statement);
    }

    @Test
    void an_entry_whose_direction_contradicts_its_kind_is_refused() {
        AccountStatement statement = new AccountStatement(
                "S",
                "102",
                "64",
                Orders.DAY,
                1,
                true,
                Orders.NOW,
                1,
                Fen.ZERO,
                Fen.of(1),
                List.of(new Entry("ADV-1", Kind.ALLOTMENT, Fen.of(1), null)));
        String xml = new String(statement.write(), StandardCharsets.UTF_8);

        assertThatExceptionOfType(MalformedMessage.class)
                .isThrownBy(() -> AccountStatement.read(
                        xml.replace("<Cd>ALLOTMENT</Cd>", "<Cd>PAYMENT</Cd>").getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void questions_are_read_as_they_were_written_and_nothing_else_is() {
        StatementRequest request = new StatementRequest("640111010200000001", Orders.DAY, 2);

        assertThat(Inquiry.read(new Inquiry("B1").write())).isEqualTo(new Inquiry("B1"));
        assertThat(StatementRequest.read(request.write())).isEqualTo(request);
        assertThat(AccountCheck.read(new AccountCheck("622", "张三").write())).isEqualTo(new AccountCheck("622", "张三"));
        assertThat(AccountCheck.Answer.read(new AccountCheck.Answer(AccountCheck.Result.FROZEN).write())
                        .result())
                .isEqualTo(AccountCheck.Result.FROZEN);
        assertThatExceptionOfType(MalformedMessage.class).isThrownBy(() -> Inquiry.read(request.write()));
        assertThatExceptionOfType(MalformedMessage.class).isThrownBy(() -> Inquiry.read(new byte[5_000]));
    }

    private static PaymentReference payment(String endToEndId, @Nullable String reason) {
        return new PaymentReference("B1", "2020-03-R1/110", endToEndId, "6222", reason);
    }

    private static PaymentStatusReport refusal(String reason) {
        return new PaymentStatusReport("R1", "B1", Orders.NOW, GroupStatus.RJCT, reason, List.of());
    }
}
