package org.nxsi.gateway.upstream;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the services are and how they are called.
 *
 * @param services instances by the service's short name
 * @param connectTime until a connection stands
 * @param leaseTime until a connection of the pool is free
 * @param connections at most, to one instance
 * @param downTime for which an instance that could not be reached is passed over
 * @param passedOnHeaders the request headers that go through to a service; all others stay outside
 * @param warmUpTime after the start, in which services that are not up yet are looked for
 */
@ConfigurationProperties("nxsi.gateway.upstream")
public record UpstreamSettings(
        Map<String, List<URI>> services,
        Duration connectTime,
        Duration leaseTime,
        int connections,
        Duration downTime,
        Set<String> passedOnHeaders,
        Duration warmUpTime) {}
