package org.nxsi.systemtests.evidence;

/** A bank's report that was kept. */
public record Report(String id, String bank, String batch, boolean applied) {}
