package org.nxsi.gateway.upstream;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * What one route may cost.
 *
 * @param time from the first byte sent to the owner until the last byte of its answer has been passed on
 * @param body the longest request body
 * @param concurrent requests of one operation on their way at once
 * @param tooLargeCode code of the problem that answers a longer body
 */
public record RouteLimits(
        Duration time,
        DataSize body,
        int concurrent,
        @DefaultValue("body-too-large") String tooLargeCode) {

    private static final String ATTRIBUTE = RouteLimits.class.getName();

    public RouteLimits {
        if (time.isZero() || time.isNegative() || body.isNegative() || concurrent < 1) {
            throw new IllegalArgumentException("limits must be positive: " + time + ", " + body + ", " + concurrent);
        }
    }

    /** Makes these the limits of a request that is about to be passed on. */
    public void applyTo(ServerRequest request) {
        request.attributes().put(ATTRIBUTE, this);
    }

    static RouteLimits of(ServerRequest request) {
        return (RouteLimits) request.attribute(ATTRIBUTE)
                .orElseThrow(() -> new IllegalStateException("a route without limits: " + request.path()));
    }

    long time_ms() {
        return time.toMillis();
    }

    long body_bytes() {
        return body.toBytes();
    }
}
