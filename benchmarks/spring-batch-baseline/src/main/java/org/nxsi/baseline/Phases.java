package org.nxsi.baseline;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Objects;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;

/** Seconds of each phase, cut where NXSI's are; a phase lasts until the next one begins. */
record Phases(@JsonProperty("import") double importing, double calculate, double pay, double reconcile) {

    /** The first steps of calculate, pay and reconcile. */
    static final String CALCULATE = "calculate";

    static final String FUND = "fund";
    static final String STATEMENTS = "statements";

    static Phases of(JobExecution month) {
        LocalDateTime ended = Objects.requireNonNull(month.getEndTime());
        LocalDateTime calculating = begin(month, CALCULATE);
        LocalDateTime funding = begin(month, FUND);
        LocalDateTime reconciling = begin(month, STATEMENTS);
        return new Phases(
                seconds(Objects.requireNonNull(month.getStartTime()), calculating),
                seconds(calculating, funding),
                seconds(funding, reconciling),
                seconds(reconciling, ended));
    }

    /** After a restart what was done before it took no time. */
    private static LocalDateTime begin(JobExecution month, String step) {
        return month.getStepExecutions().stream()
                .filter(each -> each.getStepName().equals(step))
                .map(StepExecution::getStartTime)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> Objects.requireNonNull(month.getStartTime()));
    }

    private static double seconds(LocalDateTime from, LocalDateTime to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }
}
