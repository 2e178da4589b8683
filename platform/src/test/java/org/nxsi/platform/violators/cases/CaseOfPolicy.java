package org.nxsi.platform.violators.cases;

import org.jspecify.annotations.Nullable;
import org.nxsi.platform.violators.policy.PolicyOfCase;

/** The other half of a circle between two parts. */
public record CaseOfPolicy(@Nullable PolicyOfCase origin) {}
