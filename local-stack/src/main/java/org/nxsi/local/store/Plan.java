package org.nxsi.local.store;

import java.util.List;

/**
 * How a search goes through the documents: which ranges of which index, in which direction.
 *
 * @param ranges ascending and apart from each other
 * @param merged whether to go through all ranges at once, by what follows the bytes that each shares
 * @param sorted whether the order asked for comes out of that
 * @param exact whether the ranges hold the matches and nothing else, so that they can be counted unseen
 */
record Plan(IndexShape index, List<Range> ranges, boolean backwards, boolean merged, boolean sorted, boolean exact) {

    Range range(int number) {
        return ranges.get(backwards ? ranges.size() - 1 - number : number);
    }

    /** The part of the plan that goes through one range only. */
    Plan only(Range range) {
        return new Plan(index, List.of(range), backwards, false, sorted, exact);
    }
}
