package org.nxsi.systemtests.evidence;

/** An event that could not be applied, or waits behind one. */
public record DeadLetter(String id, String topic, String key, String state, String cause) {}
