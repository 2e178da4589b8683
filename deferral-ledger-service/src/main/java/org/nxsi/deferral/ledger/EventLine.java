package org.nxsi.deferral.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of an incoming batch.
 *
 * @param number from 0
 * @param text as it came
 * @param key null if the line is refused
 * @param postings what it says of the entry; none if the line is refused
 * @param refusal null if nothing is wrong with it
 */
record EventLine(
        int number,
        String text,
        @Nullable EntryKey key,
        List<Posting> postings,
        @Nullable Refusal refusal) {

    static EventLine good(int number, String text, EntryKey key, List<Posting> postings) {
        return new EventLine(number, text, key, postings, null);
    }

    EventLine refused(Refusal why) {
        return new EventLine(number, text, null, List.of(), why);
    }
}
