package org.nxsi.baseline;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.stereotype.Component;

/** Pays the month and writes down how it went. */
@Component
class RunningJob implements ApplicationRunner, ExitCodeGenerator {

    private static final Logger log = LoggerFactory.getLogger(RunningJob.class);

    private final JobOperator operator;
    private final Job month;
    private final BaselineSettings settings;
    private final MonthTotals totals;
    private int exitCode = 1;

    RunningJob(JobOperator operator, Job month, BaselineSettings settings, MonthTotals totals) {
        this.operator = operator;
        this.month = month;
        this.settings = settings;
        this.totals = totals;
    }

    @Override
    public void run(ApplicationArguments arguments) throws Exception {
        JobParameters parameters =
                new JobParametersBuilder().addString("month", settings.month()).toJobParameters();
        JobExecution paid = operator.start(month, parameters);
        paid.getAllFailureExceptions().forEach(failure -> log.error("the month has failed", failure));
        if (paid.getStatus() == BatchStatus.COMPLETED) {
            Figures figures = totals.figures(Phases.of(paid));
            figures.write(settings.figures());
            figures.print(System.out);
            exitCode = figures.isComplete() ? 0 : 1;
        }
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }
}
