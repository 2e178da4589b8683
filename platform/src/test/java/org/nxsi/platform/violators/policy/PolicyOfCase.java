package org.nxsi.platform.violators.policy;

import org.jspecify.annotations.Nullable;
import org.nxsi.platform.violators.cases.CaseOfPolicy;

/** One half of a circle between two parts. */
public record PolicyOfCase(@Nullable CaseOfPolicy origin) {}
