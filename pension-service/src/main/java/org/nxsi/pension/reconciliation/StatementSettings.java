package org.nxsi.pension.reconciliation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Daily matching of statements.
 *
 * @param sweep whether days that are over are matched without anybody's asking
 * @param daysBack how far back the sweep begins, and how long a day with differences is matched anew every day
 * @param later how long a bank that did not answer, or that was asked about a batch, is given
 */
@ConfigurationProperties("nxsi.pension.statements")
public record StatementSettings(
        @DefaultValue("true") boolean sweep,
        @DefaultValue("31") int daysBack,
        @DefaultValue("20s") Duration later) {}
