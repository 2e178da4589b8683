package org.nxsi.platform.emergency;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Not ready before all that the topic held at the start has been read: no service acts on half of the periods. */
final class PeriodsHealthIndicator implements HealthIndicator {

    private final EmergencyPeriods periods;

    PeriodsHealthIndicator(EmergencyPeriods periods) {
        this.periods = periods;
    }

    @Override
    public Health health() {
        return periods.isRead()
                ? Health.up().withDetail("periods", periods.known().size()).build()
                : Health.down().withDetail("reason", "not read yet").build();
    }
}
