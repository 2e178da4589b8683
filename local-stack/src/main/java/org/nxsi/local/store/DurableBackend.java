package org.nxsi.local.store;

import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.Set;
import org.h2.mvstore.MVStore;

/** Commits each write command to the file before its answer leaves, so that kill -9 loses nothing acknowledged. */
final class DurableBackend extends H2Backend {

    private static final Set<String> READS =
            Set.of("find", "getMore", "count", "ping", "ismaster", "hello", "distinct");

    private final Object committing = new Object();

    DurableBackend(MVStore store) {
        super(store);
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        Document reply = super.handleMessage(message);
        if (!READS.contains(message.getDocument().keySet().iterator().next())) {
            synchronized (committing) {
                commit();
            }
        }
        return reply;
    }
}
