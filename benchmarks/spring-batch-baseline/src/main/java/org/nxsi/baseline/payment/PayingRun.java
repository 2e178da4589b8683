package org.nxsi.baseline.payment;

import javax.sql.DataSource;
import org.nxsi.baseline.BaselineSettings;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.database.JdbcCursorItemReader;
import org.springframework.batch.infrastructure.item.database.builder.JdbcCursorItemReaderBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/** The steps of paying: funds, orders by bank and lane, and the wait for the banks' words, which come in meanwhile. */
@Configuration(proxyBeanMethods = false)
class PayingRun {

    @Bean
    Step fund(JobRepository repository, PlatformTransactionManager transactions, Funding funding) {
        return new StepBuilder("fund", repository)
                .tasklet(funding, transactions)
                .build();
    }

    @Bean
    Step send(
            JobRepository repository,
            PlatformTransactionManager transactions,
            JdbcCursorItemReader<Batch> batches,
            SendingBatch sending,
            BaselineSettings settings) {
        Step lane = new StepBuilder("lane", repository)
                .<Batch, Batch>chunk(1)
                .transactionManager(transactions)
                .reader(batches)
                .writer(sending)
                .build();
        return new StepBuilder("send", repository)
                .partitioner("lane", new Lanes(settings.banks(), settings.callsPerBank()))
                .step(lane)
                .taskExecutor(new SimpleAsyncTaskExecutor("send-"))
                .build();
    }

    @Bean
    Step await(JobRepository repository, PlatformTransactionManager transactions, AwaitingReports awaiting) {
        return new StepBuilder("await", repository)
                .tasklet(awaiting, transactions)
                .build();
    }

    @Bean
    @StepScope
    JdbcCursorItemReader<Batch> batches(
            DataSource database,
            BaselineSettings settings,
            @Value("#{stepExecutionContext['bank']}") String bank,
            @Value("#{stepExecutionContext['lane']}") int lane) {
        return new JdbcCursorItemReaderBuilder<Batch>()
                .name("batches")
                .dataSource(database)
                .sql(
                        "select id, bank, payments, amount_fen from batches where run = ? and bank = ? and slice % ? = ? and status = 'CALCULATED' order by slice")
                .queryArguments(settings.run(), bank, settings.callsPerBank(), lane)
                // A restart asks again for what is not sent yet; counting rows would pass some over.
                .saveState(false)
                .verifyCursorPosition(false)
                .rowMapper(
                        (row, number) -> new Batch(row.getString(1), row.getString(2), row.getInt(3), row.getLong(4)))
                .build();
    }
}
