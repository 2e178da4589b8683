package org.nxsi.systemtests.evidence;

import java.util.Set;

/**
 * What the service's events topic holds.
 *
 * @param ids of all events in it
 * @param fromTheBeginning whether nothing has been dropped from it yet
 */
public record Topic(Set<String> ids, boolean fromTheBeginning) {}
