package org.nxsi.baseline.roster;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.nxsi.baseline.BaselineSettings;
import org.nxsi.baseline.calculation.Beneficiary;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.database.builder.JdbcBatchItemWriterBuilder;
import org.springframework.batch.infrastructure.item.file.builder.FlatFileItemReaderBuilder;
import org.springframework.batch.infrastructure.item.file.transform.DelimitedLineTokenizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.FileSystemResource;
import org.springframework.transaction.PlatformTransactionManager;

/** The roster's file into the table of beneficiaries. */
@Configuration(proxyBeanMethods = false)
class ImportingRoster {

    private static final String INSERT = """
            insert into beneficiaries (id, payee, number, name, area, scheme, entitled_from,
              basic_fen, personal_account_fen, transitional_fen, subsidy_fen,
              bank, account_number, account_holder, certified_until, status, version)
            values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)""";

    @Bean
    Step roster(
            JobRepository repository,
            PlatformTransactionManager transactions,
            DataSource database,
            BaselineSettings settings) {
        return new StepBuilder("roster", repository)
                .<Beneficiary, Beneficiary>chunk(settings.chunk())
                .transactionManager(transactions)
                .reader(new FlatFileItemReaderBuilder<Beneficiary>()
                        .name("roster")
                        .resource(new FileSystemResource(settings.roster()))
                        .encoding("UTF-8")
                        .linesToSkip(1)
                        .lineTokenizer(new DelimitedLineTokenizer())
                        .fieldSetMapper(new RosterLine(settings.personIdKey()))
                        .build())
                .writer(new JdbcBatchItemWriterBuilder<Beneficiary>()
                        .dataSource(database)
                        .sql(INSERT)
                        .itemPreparedStatementSetter(ImportingRoster::set)
                        .build())
                .build();
    }

    private static void set(Beneficiary each, PreparedStatement row) throws SQLException {
        row.setString(1, each.id());
        row.setString(2, each.payee());
        row.setString(3, each.number());
        row.setString(4, each.name());
        row.setString(5, each.area());
        row.setString(6, each.scheme());
        row.setString(7, each.entitledFrom());
        row.setLong(8, each.basic_fen());
        row.setLong(9, each.personalAccount_fen());
        row.setLong(10, each.transitional_fen());
        row.setLong(11, each.subsidy_fen());
        row.setString(12, each.bank());
        row.setString(13, each.accountNumber());
        row.setString(14, each.accountHolder());
        row.setObject(15, each.certifiedUntil());
        row.setString(16, each.status());
        row.setLong(17, each.version());
    }
}
