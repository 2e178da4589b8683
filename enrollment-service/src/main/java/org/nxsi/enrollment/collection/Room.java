package org.nxsi.enrollment.collection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * No due grows without bound: movements of money find room for {@value Due#MOST_POSTINGS} of them. Charges are bounded by
 * the revisions of their sheet, and of what the ledger tells only the last counts.
 */
final class Room {

    private Room() {}

    /** What is new of further postings and finds room, in their order. */
    static List<Posting> fitting(Collection<Posting> standing, Collection<Posting> more) {
        Set<String> known = new HashSet<>();
        long money = 0;
        for (Posting each : standing) {
            known.add(each.id());
            money += isOfMoney(each) ? 1 : 0;
        }
        List<Posting> fitting = new ArrayList<>();
        for (Posting each : more) {
            boolean full = isOfMoney(each) && money >= Due.MOST_POSTINGS;
            if (!full && known.add(each.id())) {
                fitting.add(each);
                money += isOfMoney(each) ? 1 : 0;
            }
        }
        return fitting;
    }

    /** How many more movements of money a due has room for. */
    static long left(Due due) {
        return Due.MOST_POSTINGS
                - due.postings().stream().filter(Room::isOfMoney).count();
    }

    private static boolean isOfMoney(Posting posting) {
        return switch (posting.kind()) {
            case PAID, REVERSED, MOVED_IN, MOVED_OUT -> true;
            case CHARGED, PUT_OFF, DEADLINE, EXPIRED, NORMAL_RULES, REOPENED -> false;
        };
    }
}
