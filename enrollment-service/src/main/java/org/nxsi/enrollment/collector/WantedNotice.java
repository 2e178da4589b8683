package org.nxsi.enrollment.collector;

import org.jspecify.annotations.Nullable;

/**
 * A notice as it comes in: every field as text, so that one that is not what it should be refuses its own line alone.
 *
 * @param id the collector's own number of this notice
 * @param kind {@code PAID} or {@code REVERSED}
 * @param payer {@code EMPLOYER:91640100MA7ABCD12N}
 * @param scheme code of list AAE140
 * @param month {@code 2020-02}
 * @param amount yuan with two decimals
 * @param lateFee the same; absent for none
 * @param paidOn {@code 2020-02-24}
 * @param area six digits, of the collector's office
 * @param reverses number of the notice that a reversal takes back
 */
record WantedNotice(
        @Nullable String id,
        @Nullable String kind,
        @Nullable String payer,
        @Nullable String scheme,
        @Nullable String month,
        @Nullable String amount,
        @Nullable String lateFee,
        @Nullable String paidOn,
        @Nullable String area,
        @Nullable String reverses) {}
