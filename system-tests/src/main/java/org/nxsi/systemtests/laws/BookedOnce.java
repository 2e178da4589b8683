package org.nxsi.systemtests.laws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nxsi.systemtests.evidence.BookEntry;
import org.nxsi.systemtests.evidence.Evidence;

/** Over all banks' books, every end-to-end id stands there at most once: nobody is paid twice. */
final class BookedOnce implements Law {

    @Override
    public String name() {
        return "booked-once";
    }

    @Override
    public String source() {
        return "rules 3, 4: one bank credit per key";
    }

    @Override
    public List<Breach> breaches(Evidence evidence) {
        Fingerprints ids = new Fingerprints();
        evidence.bankBooks().entries().forEach(entry -> ids.add(entry.endToEndId()));
        Set<Long> suspects = ids.repeated();
        List<Breach> breaches = new ArrayList<>();
        if (!suspects.isEmpty()) {
            Map<String, BookEntry> seen = new HashMap<>();
            for (BookEntry entry : evidence.bankBooks().entries()) {
                if (suspects.contains(Fingerprints.of(entry.endToEndId()))) {
                    BookEntry before = seen.put(entry.endToEndId(), entry);
                    if (before != null) {
                        breaches.add(Breach.of(entry.endToEndId(), "is booked twice: %s and %s", before, entry));
                    }
                }
            }
        }
        return breaches;
    }
}
