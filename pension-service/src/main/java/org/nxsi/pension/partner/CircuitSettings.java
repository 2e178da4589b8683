package org.nxsi.pension.partner;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a bank is left alone, and for how long. Each instance judges by its own calls.
 *
 * @param window the last so many calls are looked at
 * @param minimum fewer calls than this are no ground for a judgement
 * @param failures_percent from so many unanswered ones on the circuit opens
 * @param open how long nothing goes out before the bank is tried again
 * @param probes calls that try it
 */
@ConfigurationProperties("nxsi.partner.circuit")
public record CircuitSettings(
        @DefaultValue("10") int window,
        @DefaultValue("4") int minimum,
        @DefaultValue("50") float failures_percent,
        @DefaultValue("10s") Duration open,
        @DefaultValue("2") int probes) {}
