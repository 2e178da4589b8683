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
 * @param inquiriesAtOnce most batches that one look of one instance takes up
 * @param callsPerBank most calls of one instance to one bank at a time
 * @param queuedPerBank most batches that wait in one instance's memory for one bank; the others wait in the store
 * @param ordersAtOnce most orders that one instance writes at a time; 0 for half of the machine's cores. Writing costs
 *     processor time, and what banks have said already must not wait for it.
 * @param awaitedPerBank so many batches of one instance are at a bank without its word before the next one goes there
 * @param awaitedFor so long a batch without its bank's word holds back the next one
 * @param escalateAfter so long without the last final word, and a batch is put on the list of people
 * @param escalateAsked and not before so many inquiries in vain
 */
@ConfigurationProperties("nxsi.pension.payment")
public record PaymentSettings(
        @DefaultValue("20s") Duration reportWithin,
        @DefaultValue("2s") Duration firstInquiry,
        @DefaultValue("5m") Duration longestWait,
        @DefaultValue("24") int inquiriesAtOnce,
        @DefaultValue("3") int callsPerBank,
        @DefaultValue("500") int queuedPerBank,
        @DefaultValue("0") int ordersAtOnce,
        @DefaultValue("4") int awaitedPerBank,
        @DefaultValue("2s") Duration awaitedFor,
        @DefaultValue("30m") Duration escalateAfter,
        @DefaultValue("5") int escalateAsked) {

    /** At least one. */
    int desks() {
        return ordersAtOnce > 0
                ? ordersAtOnce
                : Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }

    /** First wait, doubled per silence, up to the longest. */
    Duration waitAfter(int silences) {
        Duration wait = firstInquiry;
        for (int i = 0; i < silences && wait.compareTo(longestWait) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(longestWait) < 0 ? wait : longestWait;
    }
}
