package org.nxsi.baseline.reconciliation;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.nxsi.baseline.BaselineSettings;
import org.nxsi.baseline.bank.BankCalls;
import org.nxsi.baseline.bank.PayoutAccount;
import org.nxsi.platform.partner.AccountStatement.PaymentReference;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.database.builder.JdbcBatchItemWriterBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** The last steps: each bank's statements into a table, then the comparison, which is the database's. */
@Configuration(proxyBeanMethods = false)
class ReconcilingRun {

    private static final String INSERT = """
            insert into statement_entries (account, reference, day, kind, amount_fen,
              message_id, block, end_to_end_id, payee_account, reason)
            values (?,?,?,?,?,?,?,?,?,?) on conflict do nothing""";

    @Bean
    Step statements(
            JobRepository repository,
            PlatformTransactionManager transactions,
            DataSource database,
            StatementReader entries,
            BaselineSettings settings) {
        Step bank = new StepBuilder("bank", repository)
                .<StatementReader.Entry, StatementReader.Entry>chunk(settings.chunk())
                .transactionManager(transactions)
                .reader(entries)
                .writer(new JdbcBatchItemWriterBuilder<StatementReader.Entry>()
                        .dataSource(database)
                        .sql(INSERT)
                        .itemPreparedStatementSetter(ReconcilingRun::set)
                        // A restarted step reads from the first page again.
                        .assertUpdates(false)
                        .build())
                .build();
        return new StepBuilder("statements", repository)
                .partitioner("bank", gridSize -> eachBank(settings.banks()))
                .step(bank)
                .taskExecutor(new SimpleAsyncTaskExecutor("statements-"))
                .build();
    }

    @Bean
    Step close(JobRepository repository, PlatformTransactionManager transactions, ClosingMonth closing) {
        return new StepBuilder("close", repository)
                .tasklet(closing, transactions)
                .build();
    }

    @Bean
    @StepScope
    StatementReader entries(
            BankCalls banks,
            JdbcTemplate jdbc,
            BaselineSettings settings,
            @Value("#{stepExecutionContext['bank']}") String bank) {
        List<PayoutAccount> accounts = PayoutAccount.SCHEMES.stream()
                .map(scheme -> new PayoutAccount(scheme, bank))
                .toList();
        return new StatementReader(banks, jdbc, settings.payDay(), accounts);
    }

    private static Map<String, ExecutionContext> eachBank(List<String> banks) {
        Map<String, ExecutionContext> partitions = new HashMap<>();
        banks.forEach(bank -> partitions.put(bank, new ExecutionContext(Map.of("bank", bank))));
        return partitions;
    }

    private static void set(StatementReader.Entry each, PreparedStatement row) throws SQLException {
        @Nullable PaymentReference payment = each.entry().payment();
        row.setString(1, each.account());
        row.setString(2, each.entry().reference());
        row.setObject(3, each.day());
        row.setString(4, each.entry().kind().name());
        row.setLong(5, each.entry().amount().amount_fen());
        row.setString(6, payment == null ? null : payment.messageId());
        row.setString(7, payment == null ? null : payment.block());
        row.setString(8, payment == null ? null : payment.endToEndId());
        row.setString(9, payment == null ? null : payment.account());
        row.setString(10, payment == null ? null : payment.reason());
    }
}
