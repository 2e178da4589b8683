package org.nxsi.enrollment.wrong;

import org.nxsi.local.store.StoreServer;

/** Wrong on purpose: it reaches into another module. */
class Trespasser {

    StoreServer neighbours;
}
