package org.nxsi.systemtests.evidence;

/** What was seen of a system. */
public record Evidence() {}
