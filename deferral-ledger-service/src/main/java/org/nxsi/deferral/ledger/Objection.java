package org.nxsi.deferral.ledger;

import java.util.Collection;
import java.util.Map;

/** Another part of this service that may have something against opening entries: an approved postponement of the month. */
public interface Objection {

    /** What stands against any of these, by what it stands against; asked in one go for a batch. */
    Map<EntryKey, Refusal> against(Collection<EntryKey> wanted);
}
