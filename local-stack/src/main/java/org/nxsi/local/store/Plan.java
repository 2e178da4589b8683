package org.nxsi.local.store;

import java.util.List;

/**
 * How a search goes through the documents: which ranges of which index, in which direction.
 *
 * @param ranges ascending and apart from each other
 * @param sorted whether that order is the one asked for
 */
record Plan(IndexShape index, List<Range> ranges, boolean backwards, boolean sorted) {

    Range range(int number) {
        return ranges.get(backwards ? ranges.size() - 1 - number : number);
    }
}
