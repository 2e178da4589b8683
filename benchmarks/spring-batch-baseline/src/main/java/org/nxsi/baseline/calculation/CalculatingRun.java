package org.nxsi.baseline.calculation;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Set;
import javax.sql.DataSource;
import org.nxsi.baseline.BaselineSettings;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.database.JdbcCursorItemReader;
import org.springframework.batch.infrastructure.item.database.builder.JdbcBatchItemWriterBuilder;
import org.springframework.batch.infrastructure.item.database.builder.JdbcCursorItemReaderBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** The first two steps: instructions by partition, then batches with their control totals out of them. */
@Configuration(proxyBeanMethods = false)
class CalculatingRun {

    private static final String INSERT = """
            insert into instructions (id, run, batch, payee, scheme, benefit, slot, bank, account_number, account_holder,
              basic_fen, personal_account_fen, transitional_fen, subsidy_fen, amount_fen,
              end_to_end_id, status, exception, certification_overdue)
            values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)""";

    private static final String CUT = """
            insert into batches (id, run, bank, slice, payments, amount_fen, status)
            select batch, run, bank, split_part(batch, '.', 2)::int, count(*), sum(amount_fen), 'CALCULATED'
            from instructions where run = ? and status = 'PENDING' group by batch, run, bank""";

    @Bean
    Step calculate(
            JobRepository repository,
            PlatformTransactionManager transactions,
            JdbcTemplate jdbc,
            DataSource database,
            JdbcCursorItemReader<Beneficiary> beneficiaries,
            BaselineSettings settings) {
        Step range = new StepBuilder("range", repository)
                .<Beneficiary, Instruction>chunk(settings.chunk())
                .transactionManager(transactions)
                .reader(beneficiaries)
                .processor(new Calculation(
                        settings.run(),
                        settings.month(),
                        settings.payDay(),
                        settings.suspendOnOverdue(),
                        Set.copyOf(settings.banks()),
                        settings.perSlice()))
                .writer(new JdbcBatchItemWriterBuilder<Instruction>()
                        .dataSource(database)
                        .sql(INSERT)
                        .itemPreparedStatementSetter((each, row) -> set(each, settings, row))
                        .build())
                .build();
        return new StepBuilder("calculate", repository)
                .partitioner("range", new RowRanges(jdbc))
                .step(range)
                .gridSize(settings.threads())
                .taskExecutor(new SimpleAsyncTaskExecutor("calculate-"))
                .build();
    }

    @Bean
    Step cut(
            JobRepository repository,
            PlatformTransactionManager transactions,
            JdbcTemplate jdbc,
            BaselineSettings settings) {
        return new StepBuilder("cut", repository)
                .tasklet(
                        (contribution, context) -> {
                            jdbc.update(CUT, settings.run());
                            // So many new rows: the planner is told before it is asked for single batches.
                            jdbc.execute("analyze instructions");
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .build();
    }

    @Bean
    @StepScope
    JdbcCursorItemReader<Beneficiary> beneficiaries(
            DataSource database,
            BaselineSettings settings,
            @Value("#{stepExecutionContext['from']}") long from,
            @Value("#{stepExecutionContext['to']}") long to) {
        return new JdbcCursorItemReaderBuilder<Beneficiary>()
                .name("beneficiaries")
                .dataSource(database)
                .sql("select * from beneficiaries where seq between ? and ? order by seq")
                .queryArguments(from, to)
                // Without both of these the driver reads the whole answer into memory first.
                .fetchSize(settings.chunk())
                .connectionAutoCommit(false)
                .verifyCursorPosition(false)
                .rowMapper((row, number) -> beneficiary(row))
                .build();
    }

    private static Beneficiary beneficiary(ResultSet row) throws SQLException {
        return new Beneficiary(
                row.getString("id"),
                row.getLong("seq"),
                row.getString("payee"),
                row.getString("number"),
                row.getString("name"),
                row.getString("area"),
                row.getString("scheme"),
                row.getString("entitled_from"),
                row.getLong("basic_fen"),
                row.getLong("personal_account_fen"),
                row.getLong("transitional_fen"),
                row.getLong("subsidy_fen"),
                row.getString("bank"),
                row.getString("account_number"),
                row.getString("account_holder"),
                row.getObject("certified_until", LocalDate.class),
                row.getString("status"),
                row.getLong("version"));
    }

    private static void set(Instruction each, BaselineSettings settings, PreparedStatement row) throws SQLException {
        Beneficiary who = each.beneficiary();
        row.setString(1, each.id());
        row.setString(2, settings.run());
        row.setString(3, each.batch());
        row.setString(4, who.payee());
        row.setString(5, who.scheme());
        row.setString(6, "PENSION");
        row.setString(7, settings.month());
        row.setString(8, who.bank());
        row.setString(9, who.accountNumber());
        row.setString(10, who.accountHolder());
        row.setLong(11, who.basic_fen());
        row.setLong(12, who.personalAccount_fen());
        row.setLong(13, who.transitional_fen());
        row.setLong(14, who.subsidy_fen());
        row.setLong(15, each.amount_fen());
        row.setString(16, each.endToEndId());
        row.setString(17, each.status());
        row.setString(18, each.exception());
        row.setBoolean(19, each.certificationOverdue());
    }
}
