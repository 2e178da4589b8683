package org.nxsi.baseline.reconciliation;

import org.nxsi.baseline.BaselineSettings;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Statements, instructions and books are held against each other; a month that does not balance does not close. */
@Component
class ClosingMonth implements Tasklet {

    /** One payment entry per instruction, and one return entry if it came back: same amount, same account. */
    private static final String DIFFERENCES = """
            select count(*) from
              (select end_to_end_id, min(payee_account) as account,
                 count(*) filter (where kind = 'PAYMENT') as payments,
                 coalesce(sum(amount_fen) filter (where kind = 'PAYMENT'), 0) as paid_fen,
                 coalesce(sum(amount_fen) filter (where kind = 'RETURN'), 0) as returned_fen
               from statement_entries where block like ? group by end_to_end_id) bank
              full join
              (select end_to_end_id, account_number, amount_fen, status
               from instructions where run = ? and status <> 'EXCEPTION') ours
              using (end_to_end_id)
            where ours.status is null or bank.account is null or bank.payments <> 1
               or bank.paid_fen <> ours.amount_fen or bank.account <> ours.account_number
               or bank.returned_fen <> case ours.status when 'RETURNED' then ours.amount_fen else 0 end""";

    private static final String BALANCES = """
            select count(*) from statement_balances bank
            full join
              (select bank, fund as scheme, sum(debit_fen - credit_fen) as books_fen
               from voucher_lines join vouchers on vouchers.id = voucher
               where account = '支出户存款' group by bank, fund) ours
              using (bank, scheme)
            where coalesce(bank.closing_fen, 0) <> coalesce(ours.books_fen, 0)""";

    private static final String UNBALANCED = """
            select count(*) from
              (select fund from voucher_lines join vouchers on vouchers.id = voucher
               group by fund having sum(debit_fen) <> sum(credit_fen)) funds""";

    private final JdbcTemplate jdbc;
    private final BaselineSettings settings;

    ClosingMonth(JdbcTemplate jdbc, BaselineSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        requireNone(
                "differences between statements and instructions", DIFFERENCES, settings.run() + "/%", settings.run());
        requireNone("payout accounts whose balance is not that of the books", BALANCES);
        requireNone("funds whose books do not balance", UNBALANCED);
        return RepeatStatus.FINISHED;
    }

    private void requireNone(String what, String query, Object... arguments) {
        Long found = jdbc.queryForObject(query, Long.class, arguments);
        if (found == null || found > 0) {
            throw new IllegalStateException(found + " " + what);
        }
    }
}
