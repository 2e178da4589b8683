package org.nxsi.gateway.protection;

import java.time.Duration;
import java.util.Map;
import org.nxsi.gateway.upstream.RouteLimits;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The limits of all routes, by name, and what they share.
 *
 * @param limits {@code read}, {@code command}, {@code roster}, … as routes name them
 */
@ConfigurationProperties("nxsi.gateway.protection")
public record ProtectionSettings(Map<String, RouteLimits> limits, Breaker breaker, Rates rates) {

    /**
     * The limits that a route names.
     *
     * @throws IllegalArgumentException if there are none of that name
     */
    public RouteLimits limits(String name) {
        RouteLimits found = limits.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no limits named " + name + " among " + limits.keySet());
        }
        return found;
    }

    /**
     * When an operation counts as ill and for how long it is left alone.
     *
     * @param window the last calls that are judged
     * @param minimum calls before any judgement
     * @param failures_percent of the window that must have failed
     * @param open how long nothing is sent
     */
    public record Breaker(int window, int minimum, int failures_percent, Duration open) {

        public long open_s() {
            return Math.max(1, open.toSeconds());
        }
    }

    /**
     * How often callers may come.
     *
     * @param client all callers of one client together: a channel's app, the console, a bank
     * @param person one citizen or employer's agent on one channel
     * @param staff one member of the staff, or one partner
     * @param visitor whoever comes without a token, by address
     * @param remembered callers that are kept in mind at once
     */
    public record Rates(Rate client, Rate person, Rate staff, Rate visitor, int remembered) {}

    /**
     * A steady flow with bursts.
     *
     * @param perSecond sustained requests a second
     * @param burst requests at once after a rest
     */
    public record Rate(int perSecond, int burst) {

        public Rate {
            if (perSecond < 1 || burst < 1) {
                throw new IllegalArgumentException("a rate must let something through");
            }
        }
    }
}
