package org.nxsi.platform.violators.policy;

import org.nxsi.pension.violated.Benefit;

/** A platform class that knows a benefit. */
record PolicyOfBenefit(Benefit benefit) {}
