package org.nxsi.systemtests.faults;

/** Stretches of a month, each with work of its own to interrupt. */
enum Phase {
    /** The roster is handed in and applied. */
    IMPORT,
    /** The run is cut and its slices are calculated. */
    CALCULATE,
    /** Funds are applied for and allotted, the run is approved. */
    FUND,
    /** Released: batches leave for the banks. */
    PAY,
    /** The banks report, or are asked. */
    REPORT,
    /** Statements are matched, the run is closed. */
    CLOSE
}
