package org.nxsi.platform.emergency;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.identity.AreaCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The newest state of each region, out of records that may be repeated or superseded. */
final class RegionStates {

    private static final Logger log = LoggerFactory.getLogger(RegionStates.class);

    private final JsonMapper json;
    private final Map<String, State> states = new HashMap<>();
    private final Set<String> unreadable = new HashSet<>();

    RegionStates(JsonMapper json) {
        this.json = json;
    }

    private record State(long version, List<EmergencyPeriod> periods) {}

    /**
     * Takes one record of the topic.
     *
     * @param event as it stands there; null says that nothing is known of the region any more
     */
    void take(String region, byte @Nullable [] event) {
        if (event == null) {
            states.remove(region);
            unreadable.remove(region);
            return;
        }
        try {
            State state = read(region, event);
            states.merge(region, state, (known, next) -> next.version() >= known.version() ? next : known);
            unreadable.remove(region);
        } catch (RuntimeException broken) {
            unreadable.add(region);
            log.error("ALARM emergency: cannot read the periods of region {}", region, broken);
        }
    }

    /** Regions whose last record could not be read: what is known of them may be out of date. */
    Set<String> unreadable() {
        return Set.copyOf(unreadable);
    }

    List<EmergencyPeriod> periods() {
        return states.values().stream()
                .flatMap(state -> state.periods().stream())
                .toList();
    }

    private State read(String region, byte[] bytes) {
        JsonNode event = json.readTree(bytes);
        if (!text(event, "type").equals(EmergencyPeriods.REGION_STATE)) {
            throw new IllegalArgumentException("not a region's state: " + text(event, "type"));
        }
        AreaCode area = AreaCode.parse(region);
        List<EmergencyPeriod> periods = new ArrayList<>();
        for (JsonNode period : event.required("data").required("periods")) {
            periods.add(new EmergencyPeriod(
                    text(period, "id"),
                    area,
                    period.required("record").intValue(),
                    LocalDate.parse(text(period, "from")),
                    text(period, "docNo"),
                    period.has("liftedOn") ? LocalDate.parse(text(period, "liftedOn")) : null,
                    period.has("liftDocNo") ? text(period, "liftDocNo") : null));
        }
        return new State(event.required("aggregateversion").longValue(), List.copyOf(periods));
    }

    private static String text(JsonNode node, String field) {
        return node.required(field).stringValue();
    }
}
