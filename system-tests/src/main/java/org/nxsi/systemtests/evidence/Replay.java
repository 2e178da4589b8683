package org.nxsi.systemtests.evidence;

/**
 * What came of telling everything a second time.
 *
 * @param records how many were sent again
 * @param before all that the auditor saw
 * @param after the same, once the house was quiet again
 */
public record Replay(long records, Digests before, Digests after) {}
