package org.nxsi.pension.payment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Patience with banks.
 *
 * @param reportWithin how long after its acceptance a batch's report may take before we ask
 * @param firstInquiry how long after silence we ask first; doubles with every silence
 * @param longestWait the longest time between two inquiries
 * @param inquiriesAtOnce most inquiries of one instance at a time
 */
@ConfigurationProperties("nxsi.pension.payment")
public record PaymentSettings(
        @DefaultValue("20s") Duration reportWithin,
        @DefaultValue("2s") Duration firstInquiry,
        @DefaultValue("5m") Duration longestWait,
        @DefaultValue("8") int inquiriesAtOnce) {

    /** First wait, doubled per silence, up to the longest. */
    Duration waitAfter(int silences) {
        Duration wait = firstInquiry;
        for (int i = 0; i < silences && wait.compareTo(longestWait) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(longestWait) < 0 ? wait : longestWait;
    }
}
