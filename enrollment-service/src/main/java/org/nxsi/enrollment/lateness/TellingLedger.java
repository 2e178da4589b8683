package org.nxsi.enrollment.lateness;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.collection.Due;
import org.nxsi.enrollment.collection.Dues;
import org.nxsi.enrollment.collection.PostingToDues;
import org.nxsi.enrollment.collection.Telling;
import org.springframework.stereotype.Component;

/**
 * Tells the ledger what was put off and what of it was made up, each fact by one batch. First the dues say which batch tells
 * of them, then the batch is made of the dues that say so, with its events, then the dues say that it is told. Killed in
 * between, the next one goes on; a due that the batch was made without waits for another.
 */
@Component
class TellingLedger {

    /** So that the make-ups of a batch stay few enough for one event. */
    private static final int AT_ONCE = 300;

    private final Dues dues;
    private final PostingToDues posting;
    private final LedgerTellings tellings;

    TellingLedger(Dues dues, PostingToDues posting, LedgerTellings tellings) {
        this.dues = dues;
        this.posting = posting;
        this.tellings = tellings;
    }

    /** Tells everything there is to tell. */
    void tell() {
        boolean more = true;
        while (more && !Thread.currentThread().isInterrupted()) {
            more = tellSome();
        }
    }

    /** @return whether there may be more */
    private boolean tellSome() {
        List<Due> some = dues.toTell(AT_ONCE);
        Set<String> begun = new TreeSet<>();
        some.forEach(each -> {
            Telling telling = each.progress().telling();
            if (telling != null) {
                begun.add(telling.batch());
            }
        });
        begun.forEach(this::finish);
        Set<String> fresh = some.stream()
                .filter(each -> each.progress().telling() == null)
                .map(Due::id)
                .collect(Collectors.toSet());
        if (!fresh.isEmpty()) {
            String batch = begin(fresh);
            finish(batch);
        }
        return some.size() == AT_ONCE;
    }

    /** @return the new batch */
    String begin(Set<String> ids) {
        String batch = UUID.randomUUID().toString();
        posting.change(ids, due -> {
            Telling next = due.progress().telling() == null ? due.telling(batch) : null;
            return next == null ? due : due.beginning(next);
        });
        return batch;
    }

    void finish(String batch) {
        List<Due> some = dues.toldBy(batch, AT_ONCE);
        if (some.isEmpty()) {
            return;
        }
        Set<String> told = tellings.make(batch, some);
        posting.change(some.stream().map(Due::id).toList(), due -> {
            @Nullable Telling telling = due.progress().telling();
            if (telling == null || !telling.batch().equals(batch)) {
                return due;
            }
            return told.contains(due.id()) ? due.told(telling) : due.notTold();
        });
        tellings.publish(batch);
    }
}
