package org.nxsi.deferral.period;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.nxsi.platform.identity.AreaCode;

/**
 * All emergency periods of the autonomous region, in the order of their proposal.
 *
 * @param id the region that the register is of
 * @param version grows with every change
 * @param periods at most {@value #MOST_PERIODS}
 */
public record Register(@BsonId String id, long version, List<Period> periods) {

    static final String ID = "640000";
    static final int MOST_PERIODS = 200;

    public Register {
        periods = List.copyOf(periods);
    }

    static Register empty() {
        return new Register(ID, 0, List.of());
    }

    public Optional<Period> byId(String period) {
        return periods.stream().filter(each -> each.id().equals(period)).findFirst();
    }

    /** The period in force for an area on a day: its own, or that of the nearest area above. */
    public Optional<Period> inForce(AreaCode area, LocalDate on) {
        for (AreaCode each : area.lineage()) {
            Optional<Period> own =
                    of(each).stream().filter(period -> period.isInForceOn(on)).findFirst();
            if (own.isPresent()) {
                return own;
            }
        }
        return Optional.empty();
    }

    /** The periods that name this very region. */
    public List<Period> of(AreaCode region) {
        return periods.stream().filter(each -> each.region().equals(region)).toList();
    }

    /**
     * What keeps a period from standing: another one of the region, or of one above or below it, that has a day in common
     * with it. Proposed ones count too.
     */
    Optional<Period> inTheWayOf(String id, AreaCode region, Terms terms) {
        return periods.stream()
                .filter(other -> !other.id().equals(id) && other.state() != Period.State.REFUSED)
                .filter(other -> other.region().contains(region) || region.contains(other.region()))
                .filter(other -> other.terms().sharesADayWith(terms))
                .findFirst();
    }

    String nextId(AreaCode region) {
        return "EP-" + region + "-" + (of(region).size() + 1);
    }

    boolean isFull() {
        return periods.size() >= MOST_PERIODS;
    }

    Register with(Period changed) {
        List<Period> all = new ArrayList<>(periods);
        all.replaceAll(each -> each.id().equals(changed.id()) ? changed : each);
        if (byId(changed.id()).isEmpty()) {
            all.add(changed);
        }
        return new Register(id, version + 1, all);
    }
}
