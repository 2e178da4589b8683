package org.nxsi.simulators.faults;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a bank can do wrong. Each is asked for at one place in the code, and strikes by its own rate. */
public enum Fault {
    /** An order is answered 503 before anything was looked at. */
    UNAVAILABLE,
    /** An order is booked and the connection closed without an answer. */
    DROPPED_REPLY,
    /** An order is booked and never answered. */
    SILENCE,
    /** An order begins a time in which the bank answers 503 to everything, see {@code outage-ms}. */
    OUTAGE,
    /** An order begins a time in which the bank closes every connection without a word, see {@code outage-ms}. */
    CUT_OFF,
    /** An order is accepted and its results are never told; only who asks hears them. */
    UNREPORTED,
    /** An answer or a report carries a signature that is not the bank's. */
    WRONG_SIGNATURE,
    /** A report is told much later than it could be, see {@code late-report-ms}. */
    LATE_REPORT,
    /** A report is told two times. */
    REPEATED_REPORT,
    /** A report has half of the order's payments first, and all of them later. */
    HALF_REPORT,
    /** A report is told after the ones that were due after it. */
    OVERTAKEN_REPORT,
    /** A payment that was told as credited comes back: soon, or business days later, see {@code late-return-days}. */
    LATE_RETURN,
    /** A statement page lacks a line. */
    MISSING_ENTRY,
    /** A statement page has a line twice. */
    DOUBLED_ENTRY;

    /** As settings write it: {@code dropped-reply}. */
    public String settingName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Fault> ofSetting(String name) {
        return Arrays.stream(values())
                .filter(fault -> fault.settingName().equals(name))
                .findFirst();
    }
}
