package org.nxsi.baseline.payment;

import java.util.List;
import org.nxsi.baseline.BaselineSettings;
import org.nxsi.baseline.bank.BankCalls;
import org.nxsi.baseline.bank.PayoutAccount;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The treasury allots what the run needs on each payout account. Nobody is asked to approve: a plain job would not. */
@Component
class Funding implements Tasklet {

    private static final String NEEDS =
            "select scheme, bank, sum(amount_fen) from instructions where run = ? and status = 'PENDING' group by scheme, bank";

    private final JdbcTemplate jdbc;
    private final BankCalls banks;
    private final Vouchers vouchers;
    private final BaselineSettings settings;

    Funding(JdbcTemplate jdbc, BankCalls banks, Vouchers vouchers, BaselineSettings settings) {
        this.jdbc = jdbc;
        this.banks = banks;
        this.vouchers = vouchers;
        this.settings = settings;
    }

    private record Need(PayoutAccount account, long amount_fen) {}

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws Exception {
        List<Need> needs = jdbc.query(
                NEEDS,
                (row, number) -> new Need(new PayoutAccount(row.getString(1), row.getString(2)), row.getLong(3)),
                settings.run());
        for (Need need : needs) {
            PayoutAccount account = need.account();
            String reference = String.join("/", settings.run(), account.scheme(), account.bank());
            String advice = banks.allot(account, need.amount_fen(), reference);
            vouchers.allotment(account.scheme(), account.bank(), advice, settings.payDay(), need.amount_fen());
        }
        return RepeatStatus.FINISHED;
    }
}
