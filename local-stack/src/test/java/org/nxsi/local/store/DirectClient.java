package org.nxsi.local.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.Channel;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import org.h2.mvstore.MVStore;

/** Talks to a store in memory without a network, for tests that need many commands. */
final class DirectClient implements AutoCloseable {

    private final Channel channel = new EmbeddedChannel();
    private final StoreBackend backend;

    DirectClient() {
        this(memory());
    }

    DirectClient(MVStore file) {
        StoreLogging.quieten();
        backend = new StoreBackend(new DurableStore(file, failure -> {}), new Room(null, 0, null));
    }

    static MVStore memory() {
        return new MVStore.Builder()
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .open();
    }

    /** The answer as the wire would carry it. */
    Document run(Document command) {
        Document sent = Bson.read(Bson.write(command)).append("$db", "test");
        Document reply = backend.handleMessage(new MongoMessage(channel, new MessageHeader(0, 0, 0), sent));
        return Bson.read(Bson.write(reply));
    }

    /** All documents of a cursor's answer, over as many batches as it takes. */
    List<Document> all(Document command) {
        List<Document> result = new ArrayList<>();
        Document reply = run(command);
        String collection = String.valueOf(command.values().iterator().next());
        for (long id = take(reply, result); id != 0; id = take(reply, result)) {
            reply = run(new Document("getMore", id).append("collection", collection));
        }
        return result;
    }

    /** Adds the batch to {@code into} and returns the cursor's id: 0 after the last. */
    private static long take(Document reply, List<Document> into) {
        if (!(reply.get("cursor") instanceof Document cursor) || !(cursor.get("id") instanceof Long id)) {
            throw new AssertionError("no cursor: " + reply);
        }
        for (String field : List.of("firstBatch", "nextBatch")) {
            if (cursor.get(field) instanceof List<?> batch) {
                batch.forEach(document -> into.add((Document) document));
            }
        }
        return id;
    }

    @Override
    public void close() {
        backend.close();
    }
}
