package org.nxsi.platform.violators.identity;

import org.nxsi.platform.cases.CaseNumber;

/** A basic domain class that knows a higher one. */
record IdentityOfCase(CaseNumber number) {}
