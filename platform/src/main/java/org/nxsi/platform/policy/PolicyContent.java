package org.nxsi.platform.policy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** What a parameter can be. */
sealed interface PolicyContent {

    record Figure(BigDecimal value) implements PolicyContent {}

    record Text(String value) implements PolicyContent {}

    record Flag(boolean value) implements PolicyContent {}

    record Listing(List<BigDecimal> values) implements PolicyContent {}

    record Table(Map<String, BigDecimal> rows) implements PolicyContent {}
}
