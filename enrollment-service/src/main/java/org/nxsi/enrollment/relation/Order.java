package org.nxsi.enrollment.relation;

import java.util.List;
import org.nxsi.enrollment.putoff.Channel;
import org.nxsi.platform.identity.AreaCode;

/**
 * Changes that one command wants.
 *
 * @param id made of the command, so that a repetition finds what was done
 * @param area where the payer's file lies
 * @param by the person who orders it
 * @param changes at most 1,000, of one payer
 */
public record Order(String id, AreaCode area, String by, Channel channel, List<RelationChange> changes) {

    static final int MOST_CHANGES = 1_000;

    /** @throws IllegalArgumentException for no change, too many, or several payers */
    public Order {
        changes = List.copyOf(changes);
        if (changes.isEmpty() || changes.size() > MOST_CHANGES) {
            throw new IllegalArgumentException("1 to " + MOST_CHANGES + " changes, not " + changes.size());
        }
        if (changes.stream().map(RelationChange::payer).distinct().count() > 1) {
            throw new IllegalArgumentException("an order is of one payer");
        }
    }
}
