package org.nxsi.systemtests.evidence;

import org.jspecify.annotations.Nullable;

/** A named difference between a bank's word and the instructions. */
public record Difference(
        String id,
        String bank,
        String kind,
        @Nullable String batch,
        @Nullable String endToEndId,
        @Nullable String state) {}
