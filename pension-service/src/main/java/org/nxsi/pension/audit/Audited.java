package org.nxsi.pension.audit;

/**
 * A document as the auditor sees it: as it stands, even where it breaks what the service would refuse, and without what
 * no auditor needs.
 */
public interface Audited {

    /** The document's {@code _id}; lists stand in its order. */
    String id();
}
