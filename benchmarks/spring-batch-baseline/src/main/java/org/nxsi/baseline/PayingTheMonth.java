package org.nxsi.baseline;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The month's job, step by step. The roster's import is no part of a month, and measured apart; it comes first because the
 * stack, too, has imported before it pays, so that neither JVM meets the month cold.
 */
@Configuration(proxyBeanMethods = false)
class PayingTheMonth {

    @Bean
    Job month(
            JobRepository repository,
            @Qualifier("roster") Step roster,
            @Qualifier(Phases.CALCULATE) Step calculate,
            @Qualifier("cut") Step cut,
            @Qualifier(Phases.FUND) Step fund,
            @Qualifier("send") Step send,
            @Qualifier("await") Step await,
            @Qualifier(Phases.STATEMENTS) Step statements,
            @Qualifier("close") Step close) {
        return new JobBuilder("month", repository)
                .start(roster)
                .next(calculate)
                .next(cut)
                .next(fund)
                .next(send)
                .next(await)
                .next(statements)
                .next(close)
                .build();
    }
}
