package org.nxsi.deferral.ledger;

import com.mongodb.MongoException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nxsi.deferral.ledger.EntryWrites.Change;
import org.nxsi.deferral.period.Register;
import org.springframework.stereotype.Component;

/**
 * Takes many postings into their entries: one read, one bulk of conditional writes, and once more for those that met another
 * writer. What an entry has already changes nothing, so all of it may come again at any time.
 */
@Component
class TakingPostings {

    private static final int ATTEMPTS = 10;

    private final Entries entries;
    private final EntryWrites writes;
    private final Folding folding;

    TakingPostings(Entries entries, EntryWrites writes, Folding folding) {
        this.entries = entries;
        this.writes = writes;
        this.folding = folding;
    }

    /**
     * The entries afterwards, by id. Whose postings would be too many has not got the new ones.
     *
     * @throws MongoException if the store fails, or others keep changing the same entries; to be repeated
     */
    Map<String, Entry> take(Map<EntryKey, List<Posting>> wanted, Register register) {
        Map<String, Entry> taken = new HashMap<>();
        Collection<EntryKey> left = wanted.keySet();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<Change> changes = changes(left, wanted, taken, register);
            if (changes.isEmpty() || writes.write(changes)) {
                changes.forEach(each -> taken.put(each.after().id(), each.after()));
                return taken;
            }
            left = changes.stream().map(each -> each.after().key()).toList();
        }
        throw new MongoException("entries keep changing under a batch; to be tried again");
    }

    private List<Change> changes(
            Collection<EntryKey> keys,
            Map<EntryKey, List<Posting>> wanted,
            Map<String, Entry> taken,
            Register register) {
        Map<String, Entry> known = entries.byIds(keys.stream().map(EntryKey::id).toList()).stream()
                .collect(Collectors.toMap(Entry::id, Function.identity()));
        List<Change> changes = new ArrayList<>();
        for (EntryKey key : keys) {
            List<Posting> postings = wanted.getOrDefault(key, List.of());
            Entry before = known.get(key.id());
            if (before != null && (hasAll(before, postings) || isFull(before, postings))) {
                taken.put(before.id(), before);
            } else {
                changes.add(new Change(before, folding.fold(key, before, postings, register)));
            }
        }
        return changes;
    }

    private static boolean hasAll(Entry entry, List<Posting> postings) {
        return ids(entry.postings().stream()).containsAll(ids(postings.stream()));
    }

    private static boolean isFull(Entry entry, List<Posting> postings) {
        return ids(Stream.concat(entry.postings().stream(), postings.stream())).size() > Entry.MOST_POSTINGS;
    }

    private static Set<String> ids(Stream<Posting> postings) {
        return postings.map(Posting::id).collect(Collectors.toSet());
    }
}
