package org.nxsi.baseline.payment;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nxsi.baseline.BaselineSettings;
import org.nxsi.baseline.bank.BankCalls;
import org.nxsi.baseline.bank.PayoutAccount;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.partner.PaymentOrder;
import org.nxsi.platform.partner.PaymentStatusReport;
import org.nxsi.platform.partner.Seal;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Makes a batch's order, hands it in and notes that it is sent, in the chunk's transaction. The order's bytes hang on stored
 * rows and the pay day alone: after a crash the restarted step hands in the same order, and the bank knows it again.
 */
@Component
class SendingBatch implements ItemWriter<Batch> {

    private static final String PAYMENTS = """
            select scheme, end_to_end_id, amount_fen, account_holder, account_number
            from instructions where batch = ? and status = 'PENDING' order by id""";

    private final JdbcTemplate jdbc;
    private final BankCalls banks;
    private final BaselineSettings settings;

    SendingBatch(JdbcTemplate jdbc, BankCalls banks, BaselineSettings settings) {
        this.jdbc = jdbc;
        this.banks = banks;
        this.settings = settings;
    }

    @Override
    public void write(Chunk<? extends Batch> batches) throws Exception {
        for (Batch batch : batches) {
            send(batch);
        }
    }

    private void send(Batch batch) throws Exception {
        byte[] order = order(batch).write();
        PaymentStatusReport answer = banks.order(batch.bank(), batch.messageId(), order);
        if (!answer.isAccepted()) {
            throw new IllegalStateException("bank refuses " + batch.id() + ": " + answer.reason());
        }
        jdbc.update(
                "update batches set status = 'SENT', message_id = ?, digest = ?, sent_at = clock_timestamp() where id = ? and status = 'CALCULATED'",
                batch.messageId(),
                Seal.digest(order),
                batch.id());
    }

    private PaymentOrder order(Batch batch) {
        Map<String, List<PaymentOrder.Payment>> byFund = new TreeMap<>();
        jdbc.query(
                PAYMENTS,
                row -> {
                    byFund.computeIfAbsent(row.getString(1), any -> new ArrayList<>())
                            .add(new PaymentOrder.Payment(
                                    row.getString(2),
                                    Fen.of(row.getLong(3)),
                                    row.getString(4),
                                    row.getString(5),
                                    settings.month() + " 养老金"));
                },
                batch.id());
        List<PaymentOrder.Block> blocks = new ArrayList<>();
        byFund.forEach((scheme, payments) -> blocks.add(new PaymentOrder.Block(
                PaymentOrder.Block.idOf(settings.run(), scheme),
                new PayoutAccount(scheme, batch.bank()).number(),
                payments)));
        PaymentOrder order = new PaymentOrder(
                batch.messageId(),
                batch.bank(),
                settings.payDay().atStartOfDay().toInstant(ZoneOffset.UTC),
                settings.payDay(),
                blocks);
        if (order.payments() != batch.payments() || order.total().amount_fen() != batch.amount_fen()) {
            throw new IllegalStateException("batch " + batch.id() + " is not what was calculated");
        }
        return order;
    }
}
