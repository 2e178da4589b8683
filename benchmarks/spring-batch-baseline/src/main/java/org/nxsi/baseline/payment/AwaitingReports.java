package org.nxsi.baseline.payment;

import org.nxsi.baseline.BaselineSettings;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Waits until every batch has its bank's word, and gives up when none came for a while. */
@Component
class AwaitingReports implements Tasklet {

    private static final long LOOK_EVERY_MS = 50;
    private static final long PATIENCE_MS = 60_000;

    private final JdbcTemplate jdbc;
    private final BaselineSettings settings;

    AwaitingReports(JdbcTemplate jdbc, BaselineSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws InterruptedException {
        long open = open();
        long moved_ns = System.nanoTime();
        while (open > 0) {
            if (System.nanoTime() - moved_ns > PATIENCE_MS * 1_000_000) {
                throw new IllegalStateException("no bank has reported for a minute on " + open + " batches");
            }
            Thread.sleep(LOOK_EVERY_MS);
            long now = open();
            if (now < open) {
                moved_ns = System.nanoTime();
            }
            open = now;
        }
        return RepeatStatus.FINISHED;
    }

    private long open() {
        Long open = jdbc.queryForObject(
                "select count(*) from batches where run = ? and status <> 'SETTLED'", Long.class, settings.run());
        return open == null ? 0 : open;
    }
}
