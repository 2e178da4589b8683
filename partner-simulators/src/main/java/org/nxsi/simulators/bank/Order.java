package org.nxsi.simulators.bank;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.simulators.journal.Journal.Place;

/** What the books remember of an order in memory; its payments stay on disk. */
final class Order {

    private final String messageId;
    private final String digest;
    private final Verdict verdict;
    private final @Nullable Place booked;
    private final List<Place> returnedLate = new ArrayList<>();
    private Instant due;
    private boolean told;

    private Order(String messageId, String digest, Verdict verdict, @Nullable Place booked, Instant due) {
        this.messageId = messageId;
        this.digest = digest;
        this.verdict = verdict;
        this.booked = booked;
        this.due = due;
        this.told = booked == null;
    }

    static Order booked(BookRecord.Booked record, Place place) {
        return new Order(record.messageId(), record.digest(), Verdict.ACCEPTED, place, record.due());
    }

    static Order refused(BookRecord.Refused record) {
        return new Order(record.messageId(), record.digest(), Verdict.refused(record.reason()), null, Instant.EPOCH);
    }

    /** The verdict on a repetition: the old one, or another order's if the digest differs. */
    Verdict verdictOn(String otherDigest, Verdict ifOther) {
        return digest.equals(otherDigest) ? verdict : ifOther;
    }

    /** There is something new to tell. */
    void addReturnedLate(Place place, Instant tellFrom) {
        returnedLate.add(place);
        due = tellFrom;
        told = false;
    }

    /** A late return that the report did not know of is still to be told. */
    void markTold(int lateReturnsKnown) {
        told = lateReturnsKnown == returnedLate.size();
    }

    boolean isUntold() {
        return !told;
    }

    OrderView view() {
        return new OrderView(messageId, verdict, booked, List.copyOf(returnedLate), due);
    }

    /** A copy for readers. */
    record OrderView(
            String messageId, Verdict verdict, @Nullable Place booked, List<Place> returnedLate, Instant due) {}
}
