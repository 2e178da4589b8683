package org.nxsi.deferral.ledger;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nxsi.deferral.ledger.EntryWrites.Change;
import org.nxsi.deferral.period.Period;
import org.springframework.stereotype.Component;

/**
 * What becomes of many entries at once: a period's record sets their deadlines, and a deadline that is over ends them. Each
 * call may be repeated; what is done already stays as it is.
 */
@Component
public class EntriesInBulk {

    private static final int ATTEMPTS = 10;
    private static final List<State> UNTOUCHED = List.of(State.OPEN, State.PARTLY_MADE_UP);
    private static final List<State> FOLLOWING =
            List.of(State.OPEN, State.PARTLY_MADE_UP, State.REOPENED, State.EXPIRED);

    private final MongoCollection<Entry> entries;
    private final EntryWrites writes;
    private final Deadlines deadlines;

    EntriesInBulk(Entries entries, EntryWrites writes, Deadlines deadlines) {
        this.entries = entries.collection();
        this.writes = writes;
        this.deadlines = deadlines;
    }

    /** How many entries of a period have not followed its record yet, and should. */
    public long countFollowing(String period, int record) {
        return entries.countDocuments(follows(period, record));
    }

    /** Ids of some of them, ascending, after the one seen last. */
    public List<String> following(String period, int record, String after, int limit) {
        return ids(entries.withDocumentClass(Document.class)
                .find(and(follows(period, record), gt("_id", after)))
                .sort(Sorts.ascending("_id"))
                .projection(Projections.include("_id"))
                .limit(limit));
    }

    /**
     * Sets the deadlines that follow from a period's last record. What never had an expiry is changed where it stands; the
     * rest, which a deadline may open or close, is folded anew.
     *
     * @return ids of those that follow the record now
     * @throws org.nxsi.platform.policy.PolicyUnknown if the deadline cannot be told
     * @throws org.nxsi.platform.calendar.CalendarUnknown if the deadline cannot be told
     */
    public List<String> setDeadlines(Period period, List<String> ids) {
        PeriodEnd end = deadlines.endOf(period);
        Bson behind = and(in("_id", ids), follows(period.id(), end.record()));
        long changed = entries.updateMany(
                        and(behind, in("state", UNTOUCHED), ne("postings.kind", Posting.Kind.EXPIRED.name())),
                        deadline(end))
                .getModifiedCount();
        if (changed == ids.size()) {
            return ids;
        }
        foldEach(behind, entry -> EntryFold.with(entry, List.of(), end));
        return ids(entries.withDocumentClass(Document.class)
                .find(and(in("_id", ids), eq("deadlineRecord", end.record())))
                .projection(Projections.include("_id")));
    }

    /** Whether the deadline of anything is over that has not been ended yet. */
    public boolean hasOverdue(LocalDate today) {
        return !overdue(today, 1).isEmpty();
    }

    public long countOverdue(LocalDate today) {
        return entries.countDocuments(lt("expiresAfter", today));
    }

    /** Ids of some entries whose deadline is over; once ended they are not among them any more. */
    public List<String> overdue(LocalDate today, int limit) {
        return ids(entries.withDocumentClass(Document.class)
                .find(lt("expiresAfter", today))
                .projection(Projections.include("_id"))
                .limit(limit));
    }

    /** Ends those whose deadline is over. @return ids of those that are expired now */
    public List<String> expire(List<String> ids, LocalDate today) {
        foldEach(and(in("_id", ids), lt("expiresAfter", today)), entry -> {
            LocalDate over = entry.expiresAfter();
            return over == null
                    ? entry
                    : EntryFold.with(
                            entry,
                            List.of(Posting.expired(EntryFold.expiryId(over), Instant.now(), today)),
                            entry.end());
        });
        return ids(entries.withDocumentClass(Document.class)
                .find(and(in("_id", ids), eq("state", State.EXPIRED.name())))
                .projection(Projections.include("_id")));
    }

    private void foldEach(Bson wanted, UnaryOperator<Entry> fold) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<Change> changes = new ArrayList<>();
            entries.find(wanted).forEach(entry -> changes.add(new Change(entry, fold.apply(entry))));
            if (changes.isEmpty() || writes.write(changes)) {
                return;
            }
        }
        throw new MongoException("entries keep changing under a chunk; to be tried again");
    }

    /** See {@link Entry#followsThePeriod}. */
    private static Bson follows(String period, int record) {
        return and(
                eq("period", period),
                lt("deadlineRecord", record),
                or(in("state", FOLLOWING), and(eq("state", State.MADE_UP), eq("inTime", false))));
    }

    private static Bson deadline(PeriodEnd end) {
        @Nullable Deadline deadline = end.deadline();
        return combine(
                EntryWrites.given("deadline", deadline == null ? null : deadline.date()),
                EntryWrites.given("reckoned", deadline == null ? null : deadline.reckoned()),
                EntryWrites.given("deadlineClause", deadline == null ? null : deadline.movedBy()),
                EntryWrites.given("expiresAfter", deadline == null ? null : deadline.date()),
                set("deadlineRecord", end.record()),
                inc("version", 1L));
    }

    private static List<String> ids(Iterable<Document> found) {
        List<String> ids = new ArrayList<>();
        found.forEach(each -> ids.add(each.getString("_id")));
        return ids;
    }
}
