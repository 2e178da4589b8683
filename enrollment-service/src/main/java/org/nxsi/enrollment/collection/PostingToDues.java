package org.nxsi.enrollment.collection;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Fen;
import org.springframework.stereotype.Component;

/** Posts to many dues at once; whoever was quicker wins, and the other folds anew. Every call may be repeated. */
@Component
public class PostingToDues {

    private static final int ATTEMPTS = 10;
    private static final int BULK = 500;

    private final Dues dues;

    PostingToDues(Dues dues) {
        this.dues = dues;
    }

    /**
     * Posts what is not posted yet.
     *
     * @param otherwise the area of dues that no sheet charges yet
     * @return the dues afterwards, by id; money for which a due has no room is not in it, see {@link Due#has}
     * @throws MongoException if dues keep changing meanwhile; to be tried again
     */
    public Map<String, Due> post(Map<DueKey, List<Posting>> wanted, AreaCode otherwise) {
        Map<String, Due> after = new LinkedHashMap<>();
        List<DueKey> keys = List.copyOf(wanted.keySet());
        for (int from = 0; from < keys.size(); from += BULK) {
            Map<DueKey, List<Posting>> some = new LinkedHashMap<>();
            keys.subList(from, Math.min(keys.size(), from + BULK))
                    .forEach(each -> some.put(each, wanted.getOrDefault(each, List.of())));
            after.putAll(postSome(some, otherwise));
        }
        return after;
    }

    private Map<String, Due> postSome(Map<DueKey, List<Posting>> wanted, AreaCode otherwise) {
        List<String> ids = wanted.keySet().stream().map(DueKey::id).toList();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Map<String, Due> found = dues.find(ids);
            Map<String, Due> after = new LinkedHashMap<>(found);
            List<Change> changes = new ArrayList<>();
            wanted.forEach((key, postings) -> {
                Due before = found.get(key.id());
                Due now = folded(key, before, postings, otherwise);
                if (now != before && now != null) {
                    changes.add(new Change(before, now));
                    after.put(now.id(), now);
                }
            });
            if (changes.isEmpty() || write(changes)) {
                return after;
            }
        }
        throw new MongoException("dues keep changing under their postings; to be tried again");
    }

    private static @Nullable Due folded(
            DueKey key, @Nullable Due before, Collection<Posting> postings, AreaCode otherwise) {
        List<Posting> standing = before == null ? List.of() : before.postings();
        List<Posting> fitting = Room.fitting(standing, postings);
        if (fitting.isEmpty()) {
            return before;
        }
        return before == null ? DueFold.of(key, otherwise, fitting, Progress.NONE, 1) : DueFold.with(before, fitting);
    }

    /**
     * Takes money beyond what is owed out of a due; taken already, it stays so.
     *
     * @param out of the kind {@link Posting.Kind#MOVED_OUT}
     * @return whether it is out; false if so much is not there, or not any more
     */
    public boolean takeOut(DueKey source, Posting out) {
        Fen amount = Objects.requireNonNull(out.amount());
        return change(List.of(source.id()), due -> {
                    boolean possible = !due.has(out.id()) && due.hasRoom() && amount.compareTo(due.suspense()) <= 0;
                    return possible ? DueFold.with(due, List.of(out)) : due;
                })
                .stream()
                .anyMatch(due -> due.has(out.id()));
    }

    /** Brings in what was taken out elsewhere: there is always room for it. */
    public void bringIn(DueKey target, Posting in) {
        boolean isIn =
                change(List.of(target.id()), due -> due.has(in.id()) ? due : DueFold.with(due, List.of(in))).stream()
                        .anyMatch(due -> due.has(in.id()));
        if (!isIn) {
            throw new IllegalStateException("there is no due " + target.id());
        }
    }

    /** Changes dues where they stand, for as long as others keep changing them. */
    public List<Due> change(Collection<String> ids, UnaryOperator<Due> change) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<Due> after = new ArrayList<>();
            List<Change> changes = new ArrayList<>();
            for (Due before : dues.find(ids).values()) {
                Due now = change.apply(before);
                after.add(now);
                if (now != before) {
                    changes.add(new Change(before, now));
                }
            }
            if (changes.isEmpty() || write(changes)) {
                return after;
            }
        }
        throw new MongoException("dues keep changing; to be tried again");
    }

    /** @param before null for a new due */
    private record Change(@Nullable Due before, Due after) {}

    /** @return false if any of them met another writer; the others are written all the same */
    private boolean write(List<Change> changes) {
        MongoCollection<Due> collection = dues.collection();
        List<WriteModel<Due>> writes = new ArrayList<>(changes.size());
        for (Change each : changes) {
            writes.add(
                    each.before() == null
                            ? new InsertOneModel<>(each.after())
                            : new ReplaceOneModel<>(
                                    and(
                                            eq("_id", each.before().id()),
                                            eq("version", each.before().version())),
                                    each.after()));
        }
        try {
            var result = collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
            return result.getInsertedCount() + result.getMatchedCount() == writes.size();
        } catch (MongoBulkWriteException partly) {
            boolean onlyDuplicates = partly.getWriteErrors().stream()
                    .allMatch(error -> ErrorCategory.fromErrorCode(error.getCode()) == ErrorCategory.DUPLICATE_KEY);
            if (partly.getWriteConcernError() != null || !onlyDuplicates) {
                throw partly;
            }
            return false;
        }
    }
}
