package org.nxsi.systemtests.faults;

/** What the services reach through a relay. */
enum Link {
    STORE,
    BROKER,
    BANKS
}
