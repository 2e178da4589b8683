package org.nxsi.platform.violators.cases;

import org.bson.Document;

/** A domain class that knows the store's driver. */
record CaseWithDriver(Document document) {}
