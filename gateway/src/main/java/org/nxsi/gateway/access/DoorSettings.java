package org.nxsi.gateway.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who may see what without a token, and how the issuer of tokens is asked for its keys.
 *
 * @param publicDocs whether the description of the interfaces needs no token
 * @param metricsFrom network that may read the metrics, such as {@code 127.0.0.1/32}
 * @param keysTime until the issuer's keys must have come
 * @param keysKept for how long known keys serve on while the issuer is away
 */
@ConfigurationProperties("nxsi.gateway.door")
public record DoorSettings(boolean publicDocs, String metricsFrom, Duration keysTime, Duration keysKept) {}
